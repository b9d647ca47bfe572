package io.ridecast.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.local.stack.LocalStack;
import io.ridecast.oracle.Books;
import io.ridecast.oracle.Expectation;
import io.ridecast.oracle.Invariants;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.RideLedger;
import io.ridecast.schemas.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Reads what a committed reader sees, from the first record on, and holds it to the oracle. */
final class Verdicts implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final KafkaConsumer<String, DailyDemand> demandReader;
  private final KafkaConsumer<String, RideLedger> ledgerReader;
  private final List<DailyDemand> demand = new ArrayList<>();
  private final Map<Integer, RideLedger> ledgers = new HashMap<>();

  Verdicts(LocalStack stack) {
    demandReader = stack.consumer(Topics.DAILY_DEMAND);
    ledgerReader = stack.consumer(Topics.RIDE_LEDGER);
  }

  /** Waits until all that was sent is in the books, then asserts invariants A, B and C. */
  void assertExact(RideWorld world) {
    Expectation expected = world.expectation();
    long start = System.nanoTime();
    while (!isThrough(world) || !wrong(expected).isEmpty()) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        assertThat(books().consumed()).as("rides read").isEqualTo(world.sent());
        break;
      }
      read();
    }
    assertThat(wrong(expected)).isEmpty();
    assertThat(Invariants.revisions(demand)).isEmpty();
  }

  private List<String> wrong(Expectation expected) {
    List<String> wrong = new ArrayList<>(Invariants.counts(expected, demand));
    wrong.addAll(Invariants.balance(expected.total(), books()));
    expected
        .byPartition()
        .forEach(
            (partition, books) ->
                Invariants.balance(
                        books,
                        ledgers.containsKey(partition)
                            ? Books.of(ledgers.get(partition))
                            : Books.EMPTY)
                    .forEach(line -> wrong.add("partition " + partition + ": " + line)));
    return wrong;
  }

  private Books books() {
    return ledgers.values().stream().map(Books::of).reduce(Books.EMPTY, Books::plus);
  }

  private boolean isThrough(RideWorld world) {
    for (int partition = 0; partition < RideWorld.PARTITIONS; partition++) {
      RideLedger ledger = ledgers.get(partition);
      if (world.behind(partition) > (ledger == null ? 0 : ledger.getRidesOffset())) {
        return false;
      }
    }
    return true;
  }

  private void read() {
    for (ConsumerRecord<String, DailyDemand> record : demandReader.poll(Duration.ofMillis(50))) {
      demand.add(record.value());
    }
    for (ConsumerRecord<String, RideLedger> record : ledgerReader.poll(Duration.ofMillis(50))) {
      ledgers.put(record.value().getPartition(), record.value());
    }
  }

  @Override
  public void close() {
    demandReader.close();
    ledgerReader.close();
  }
}

package io.ridecast.aggregator.counting;

import io.ridecast.aggregator.books.PartitionBooks;
import io.ridecast.aggregator.books.RideTally;
import io.ridecast.aggregator.city.PartitionReport.Reached;
import io.ridecast.aggregator.days.DemandLedger;
import io.ridecast.aggregator.packing.RidePack;
import io.ridecast.aggregator.promises.PromiseLedger;
import io.ridecast.aggregator.rides.RideReader;
import io.ridecast.aggregator.state.DayStore;
import io.ridecast.aggregator.state.PromiseStore;
import io.ridecast.aggregator.state.StateMark;
import io.ridecast.runtime.time.ClockMode;
import io.ridecast.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Counts one partition: rides and watermarks in; revised days, rejected rides, dead letters and
 * reports to the city out. Everything that a restart needs is in the store by the end of each call,
 * so it is committed together with the offsets and the output.
 */
public final class CountingProcessor extends ContextualProcessor<byte[], byte[], Object, Object> {
  /**
   * Name of the store of all that a partition knows. One, since each costs its opening at a start,
   * and a marker in its changelog at every commit.
   */
  public static final String STORE = "counts";

  /**
   * How often the books and the counts of open days are published; the latter cost a record for
   * each community.
   */
  public static final Duration PUBLISHED_EVERY = Duration.ofSeconds(1);

  private final CountingSetup setup;
  private final WatermarkReader watermarks;
  private @Nullable Partition partition;

  public CountingProcessor(CountingSetup setup) {
    this.setup = setup;
    this.watermarks = new WatermarkReader(setup.registry());
  }

  /** Called again in the same process after a lost transaction: nothing from before is kept. */
  @Override
  public void init(ProcessorContext<Object, Object> context) {
    super.init(context);
    partition = null;
    context.schedule(
        PUBLISHED_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> partition().publish(now));
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata metadata = context().recordMetadata().orElseThrow();
    if (metadata.topic().equals(Topics.RIDES.name())) {
      partition().rides(RidePack.rides(record, metadata), record.timestamp());
    } else {
      partition().watermark(record, metadata.offset());
    }
  }

  @Override
  public void close() {
    setup.progress().remove(context().taskId().partition());
    setup.ledger().remove(context().taskId().partition());
    partition = null;
  }

  /** Read from the stores at the first call, when they are restored. */
  private Partition partition() {
    if (partition == null) {
      partition = new Partition(context());
    }
    return partition;
  }

  /** Everything that lives as long as the stores are open. */
  private final class Partition {
    private final int number;
    private final PartitionBooks books;
    private final Outbox outbox;
    private final PromiseLedger promises;
    private final DemandLedger demand;
    private final RideCounting counting;
    private boolean settled;
    private @Nullable Reached reported;
    private Instant recordTime = Instant.EPOCH;

    Partition(ProcessorContext<Object, Object> context) {
      KeyValueStore<String, long[]> store = context.getStateStore(STORE);
      StateMark.check(store, setup.serviceDay().zone());
      number = context.taskId().partition();
      books = new PartitionBooks(number, store);
      outbox = new Outbox(context, setup.metrics(), books);
      promises = new PromiseLedger(setup.feeds(), new PromiseStore(store));
      demand =
          new DemandLedger(
              setup.rosters().of(number),
              setup.serviceDay(),
              setup.rules(),
              new DayStore(store),
              outbox);
      counting = new RideCounting(new RideReader(setup.registry()), demand, outbox);
    }

    void rides(List<ConsumerRecord<byte[], byte[]>> rides, long timestamp) {
      begin(timestamp);
      RideTally tally = new RideTally();
      for (ConsumerRecord<byte[], byte[]> ride : rides) {
        if (ride.offset() >= promises.awaited()) {
          counting.write(tally);
          reach(ride.offset());
        }
        counting.take(ride, tally);
      }
      counting.write(tally);
      reach(rides.get(rides.size() - 1).offset() + 1);
      outbox.end();
      books.add(tally);
      books.write();
      setup.metrics().rides(tally);
      setup.ledger().update(number, books.tally());
    }

    void watermark(Record<byte[], byte[]> record, long offset) {
      begin(record.timestamp());
      watermarks
          .read(record, number, offset, outbox)
          .ifPresent(
              promise -> {
                if (!promises.isDeclared(promise.feed())) {
                  setup.metrics().undeclaredFeed();
                } else if (promises.receive(promise)) {
                  advance();
                }
              });
      outbox.end();
      books.write();
      setup.progress().update(number, snapshot());
    }

    void publish(long now) {
      begin(now);
      if (!promises.isLoading()) {
        demand.publishOpenDays();
      }
      outbox.end();
      books.write();
      books.statement(promises.reached()).ifPresent(outbox::ledger);
      setup.ledger().update(number, books.tally());
    }

    /** The first call of all takes over settings and catalogue that changed before the start. */
    private void begin(long timestamp) {
      recordTime = Instant.ofEpochMilli(timestamp);
      outbox.at(timestamp);
      outbox.at(businessTime());
      if (!settled) {
        settled = true;
        demand.takeOverCatalogue();
        advance();
      }
    }

    private void reach(long offset) {
      if (promises.reach(offset)) {
        advance();
      }
    }

    private void advance() {
      outbox.at(businessTime());
      demand.advance(promises.completeFrom(), promises.watermark());
      Reached now = new Reached(number, promises.watermark().orElse(null), promises.isLoading());
      if (!now.equals(reported)) {
        reported = now;
        outbox.report(now);
      }
      setup.progress().update(number, snapshot());
    }

    private FeedProgress.Snapshot snapshot() {
      Map<String, Instant> ends = new HashMap<>();
      Set<String> retired = new HashSet<>();
      for (String feed : setup.feeds()) {
        promises.completeUntil(feed).ifPresent(until -> ends.put(feed, until));
        if (promises.isRetired(feed)) {
          retired.add(feed);
        }
      }
      return new FeedProgress.Snapshot(ends, retired, promises.heldPromises());
    }

    /** The same on every replay: never the time of processing. */
    private Instant businessTime() {
      if (setup.clock() == ClockMode.WALL) {
        return recordTime;
      }
      return promises.watermark().or(promises::completeFrom).orElse(recordTime);
    }
  }
}

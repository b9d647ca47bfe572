package io.ridecast.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.local.command.Commands;
import io.ridecast.local.stack.LocalStack;
import io.ridecast.local.stack.LocalStackExtension;
import io.ridecast.records.RideLedger;
import io.ridecast.schemas.topics.Topics;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The command that says whether the books balance, on what a real aggregator wrote. */
@ExtendWith(LocalStackExtension.class)
class LedgerIT {
  @TempDir Path folder;

  @Test
  void shouldBalanceAndNoticeBooksThatDoNot(LocalStack stack) throws Exception {
    assertThat(ledger(stack, "--wait", "0")).as("before the first ride").isEqualTo(1);
    try (RideWorld world = new RideWorld(stack, 7);
        Verdicts verdicts = new Verdicts(stack);
        AggregatorProcess aggregator = AggregatorProcess.start(stack, folder, Map.of())) {
      aggregator.ready();
      world.ride(3_000);
      world.closeDay();
      world.ride(500);
      verdicts.assertExact(world);

      assertThat(ledger(stack, "--recount")).isZero();
    }
    try (KafkaProducer<String, RideLedger> producer = stack.producer(Topics.RIDE_LEDGER)) {
      RideLedger wrong = new RideLedger(0, 1_000_000L, 9L, 8L, 0L, 0L, Map.of(), 0L, 8L);
      producer.send(new ProducerRecord<>(Topics.RIDE_LEDGER.name(), 0, "0", wrong)).get();
    }

    assertThat(ledger(stack)).isEqualTo(1);
  }

  private static int ledger(LocalStack stack, String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "ledger";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return Commands.execute(
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            stack.bootstrapServers(),
            "SCHEMA_REGISTRY_URL",
            stack.registryUrl().toString()),
        arguments);
  }
}

package io.ridecast.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.local.command.Commands;
import io.ridecast.local.stack.LocalStack;
import io.ridecast.local.stack.LocalStackExtension;
import io.ridecast.records.Ride;
import io.ridecast.records.RideLedger;
import io.ridecast.schemas.topics.CommunityPartition;
import io.ridecast.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Faults 13 and 17, and how they are mended: unreadable bytes, a ride on the wrong partition. */
@ExtendWith(LocalStackExtension.class)
class DeadLettersIT {
  private static final int HOME = CommunityPartition.of("6", RideWorld.PARTITIONS);

  @TempDir Path folder;

  @Test
  void shouldGoOnAndCountWhatWasMendedOnce(LocalStack stack) throws Exception {
    try (AggregatorProcess aggregator = AggregatorProcess.start(stack, folder, Map.of())) {
      aggregator.ready();
      Ride ride =
          Ride.newBuilder()
              .setRideId("a")
              .setStartedAt(Instant.parse("2020-09-01T17:00:00Z"))
              .setCommunity("6")
              .build();
      byte[] value =
          stack.serdes().value(Topics.RIDES).serializer().serialize(Topics.RIDES.name(), ride);
      byte[] unknownSchema = value.clone();
      unknownSchema[1] = 0x7f;
      send(stack, HOME, unknownSchema);
      send(stack, HOME, new byte[] {1, 2, 3});
      send(stack, chosenByOtherClients("6"), value);
      awaitBooks(stack, books -> books.get("dead") == 2 && books.get("MISROUTED") == 1);

      assertThat(command(stack, "dead-letters", "list")).isZero();
      assertThat(command(stack, "dead-letters", "resend")).as("nothing is readable").isZero();
      assertThat(command(stack, "dead-letters", "resend", "--rejected", "MISROUTED")).isZero();
      awaitBooks(stack, books -> books.get("counted") == 1);
      assertThat(command(stack, "dead-letters", "resend", "--rejected", "misrouted")).isZero();

      awaitBooks(stack, books -> books.get("duplicates") == 1 && books.get("counted") == 1);
      assertThat(aggregator.isAlive()).isTrue();
    }
  }

  /** Where librdkafka, and all clients built on it, put a key unless they are told otherwise. */
  private static int chosenByOtherClients(String key) {
    CRC32 digest = new CRC32();
    digest.update(key.getBytes(StandardCharsets.UTF_8));
    int partition = (int) (digest.getValue() % RideWorld.PARTITIONS);
    assertThat(partition).as("this key shows nothing").isNotEqualTo(HOME);
    return partition;
  }

  private static void send(LocalStack stack, int partition, byte[] value) throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            stack.kafka().producer("test"), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Topics.RIDES.name(), partition, "6", value)).get();
    }
  }

  private static void awaitBooks(LocalStack stack, Predicate<Map<String, Long>> enough) {
    stack.read(
        Topics.RIDE_LEDGER,
        Duration.ofSeconds(60),
        read -> {
          Map<Integer, RideLedger> last = new HashMap<>();
          read.forEach(record -> last.put(record.value().getPartition(), record.value()));
          Map<String, Long> sums =
              new HashMap<>(Map.of("dead", 0L, "counted", 0L, "duplicates", 0L, "MISROUTED", 0L));
          last.values()
              .forEach(
                  books -> {
                    sums.merge("dead", books.getDeadLettered(), Long::sum);
                    sums.merge("counted", books.getCounted(), Long::sum);
                    sums.merge("duplicates", books.getDuplicates(), Long::sum);
                    books
                        .getRejected()
                        .forEach((name, rides) -> sums.merge(name, rides, Long::sum));
                  });
          return enough.test(sums);
        });
  }

  private static int command(LocalStack stack, String... arguments) {
    return Commands.execute(
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            stack.bootstrapServers(),
            "SCHEMA_REGISTRY_URL",
            stack.registryUrl().toString()),
        arguments);
  }
}

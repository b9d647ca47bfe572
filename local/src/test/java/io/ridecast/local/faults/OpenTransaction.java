package io.ridecast.local.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Tells whether the aggregator is in the middle of a transaction, by what its changelog holds. */
final class OpenTransaction {
  private static final String CHANGELOG = "ridecast-aggregator-counts-changelog";

  private final Admin admin;
  private final List<TopicPartition> partitions;

  OpenTransaction(Admin admin, int partitions) {
    this.admin = admin;
    this.partitions =
        IntStream.range(0, partitions).mapToObj(n -> new TopicPartition(CHANGELOG, n)).toList();
  }

  /** Waits until rides have been written that are not committed yet. */
  void untilOpen() {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .until(this::isOpen);
  }

  boolean isOpen() {
    Map<TopicPartition, Long> committed = ends(IsolationLevel.READ_COMMITTED);
    Map<TopicPartition, Long> written = ends(IsolationLevel.READ_UNCOMMITTED);
    return partitions.stream()
        .anyMatch(
            partition ->
                written.getOrDefault(partition, 0L) > committed.getOrDefault(partition, 0L));
  }

  private Map<TopicPartition, Long> ends(IsolationLevel level) {
    try {
      return admin
          .listOffsets(
              partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())),
              new ListOffsetsOptions(level))
          .all()
          .get()
          .entrySet()
          .stream()
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return Map.of(); // its first start is still making it
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

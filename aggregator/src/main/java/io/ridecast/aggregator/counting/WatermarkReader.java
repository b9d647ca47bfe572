package io.ridecast.aggregator.counting;

import io.ridecast.aggregator.counting.DeadLetters.Origin;
import io.ridecast.aggregator.promises.FeedPromise;
import io.ridecast.records.RideWatermark;
import io.ridecast.schemas.registry.SchemaRegistry;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Record;

/** Reads watermarks; those that cannot be kept become dead letters. */
final class WatermarkReader {
  private final Deserializer<RideWatermark> deserializer;

  WatermarkReader(SchemaRegistry registry) {
    this.deserializer = new AvroSerdes(registry).value(Topics.RIDE_WATERMARKS).deserializer();
  }

  /** The promise; empty for a tombstone and for what has become a dead letter. */
  Optional<FeedPromise> read(
      Record<byte[], byte[]> record, int partition, long offset, Outbox outbox) {
    if (record.value() == null) {
      return Optional.empty(); // the feed is gone; what it promised still holds
    }
    try {
      return Optional.of(checked(record, partition));
    } catch (SerializationException useless) {
      outbox.deadLetter(
          DeadLetters.of(record.key(), record.value()),
          DeadLetters.headers(
              new Origin(Topics.RIDE_WATERMARKS.name(), partition, offset, record.headers()),
              record.value(),
              useless));
      return Optional.empty();
    }
  }

  private FeedPromise checked(Record<byte[], byte[]> record, int partition) {
    FeedPromise promise =
        FeedPromise.of(deserializer.deserialize(Topics.RIDE_WATERMARKS.name(), record.value()));
    String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    if (!key.equals(promise.feed() + "/" + partition)) {
      throw new SerializationException(
          "a watermark with the key '%s' in partition %d: it belongs to %s/%d"
              .formatted(key, partition, promise.feed(), partition));
    }
    promise
        .objection(Instant.ofEpochMilli(record.timestamp()))
        .ifPresent(
            objection -> {
              throw new SerializationException(objection);
            });
    return promise;
  }
}

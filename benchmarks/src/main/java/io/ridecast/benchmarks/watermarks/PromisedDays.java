package io.ridecast.benchmarks.watermarks;

import io.ridecast.records.RideWatermark;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends the promises of a feed, and remembers when. */
final class PromisedDays implements AutoCloseable {
  private static final String FEED = "rides";

  private final KafkaProducer<String, RideWatermark> producer;
  private final Instant from;
  private final long[] sentNanos;

  PromisedDays(KafkaConfig kafka, AvroSerdes serdes, Instant from, int partitions) {
    Properties settings = kafka.producer("promises");
    this.producer =
        new KafkaProducer<>(
            settings, new StringSerializer(), serdes.value(Topics.RIDE_WATERMARKS).serializer());
    this.from = from;
    this.sentNanos = new long[partitions];
  }

  /** Promises all up to a moment, in every partition. */
  void promise(Instant until) {
    for (int partition = 0; partition < sentNanos.length; partition++) {
      RideWatermark watermark =
          RideWatermark.newBuilder()
              .setFeed(FEED)
              .setCompleteFrom(from)
              .setCompleteUntil(until)
              .setRidesOffset(0)
              .setSentAt(until)
              .build();
      sentNanos[partition] = System.nanoTime();
      var unused =
          producer.send(
              new ProducerRecord<>(
                  Topics.RIDE_WATERMARKS.name(), partition, FEED + "/" + partition, watermark));
    }
    producer.flush();
  }

  long sentNanos(int partition) {
    return sentNanos[partition];
  }

  @Override
  public void close() {
    producer.close();
  }
}

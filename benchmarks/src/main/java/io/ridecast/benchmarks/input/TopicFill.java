package io.ridecast.benchmarks.input;

import io.ridecast.records.Ride;
import io.ridecast.records.RideWatermark;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.kafka.StreamsSettings;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends the input to its topics; the first rides also to a topic for what is slow. */
final class TopicFill implements InputSink, AutoCloseable {
  private final KafkaProducer<String, byte[]> producer;
  private final Serializer<Ride> rides;
  private final Serializer<RideWatermark> watermarks;
  private final int inShort;
  private long sent;
  private volatile @Nullable Exception failure;

  /**
   * @param inShort how many rides go to the short topic as well
   */
  TopicFill(KafkaConfig kafka, AvroSerdes serdes, int inShort) {
    var settings = StreamsSettings.withLargePolls(kafka.producer("fill"));
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 << 10);
    this.producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    this.rides = serdes.value(Topics.RIDES).serializer();
    this.watermarks = serdes.value(Topics.RIDE_WATERMARKS).serializer();
    this.inShort = inShort;
  }

  @Override
  public void ride(int partition, long offset, Ride ride) {
    byte[] value = rides.serialize(Topics.RIDES.name(), ride);
    send(Topics.RIDES.name(), partition, ride.getCommunity(), value);
    if (sent++ < inShort) {
      send(Input.SHORT_RIDES, partition, ride.getCommunity(), value);
    }
  }

  @Override
  public void watermark(int partition, RideWatermark watermark) {
    String topic = Topics.RIDE_WATERMARKS.name();
    String key = watermark.getFeed() + "/" + partition;
    send(topic, partition, key, watermarks.serialize(topic, watermark));
  }

  /**
   * Waits until all is acknowledged.
   *
   * @throws IllegalStateException if something was refused
   */
  @Override
  public void close() {
    producer.close();
    if (failure != null) {
      throw new IllegalStateException("The input could not be sent: " + failure, failure);
    }
  }

  private void send(String topic, int partition, String key, byte[] value) {
    var unused =
        producer.send(
            new ProducerRecord<>(topic, partition, key, value),
            (metadata, refused) -> {
              if (refused != null) {
                failure = refused;
              }
            });
  }
}

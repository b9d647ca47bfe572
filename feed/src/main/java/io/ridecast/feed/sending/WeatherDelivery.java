package io.ridecast.feed.sending;

import io.ridecast.records.DailyWeather;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/** Sends weather to the broker and waits until it has it. For one thread. */
public final class WeatherDelivery implements AutoCloseable {
  private static final String NAME = "weather";
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(3);

  private final Producer<String, byte[]> producer;
  private final Acknowledged acknowledged;
  private final WeatherSender sender;

  WeatherDelivery(Producer<String, byte[]> producer, AvroSerdes serdes) {
    this.producer = producer;
    this.acknowledged = new Acknowledged(producer.partitionsFor(Topics.WEATHER.name()).size());
    this.sender = new WeatherSender(producer, serdes, acknowledged);
  }

  /**
   * Connects.
   *
   * @throws SendFailure if no broker answers or the topic does not exist
   */
  public static WeatherDelivery open(KafkaConfig kafka, AvroSerdes serdes) {
    Producer<String, byte[]> producer = FeedProducer.open(kafka, NAME);
    try {
      return new WeatherDelivery(producer, serdes);
    } catch (TimeoutException e) {
      producer.close(Duration.ZERO);
      throw new SendFailure(
          "no broker at %s with a topic %s: ridecast topics create makes it"
              .formatted(kafka.bootstrapServers(), Topics.WEATHER.name()),
          e);
    }
  }

  /** Sends all of it; when this returns the broker has it. */
  public void send(Iterable<DailyWeather> weather) {
    weather.forEach(sender::send);
    try {
      producer.flush();
    } catch (InterruptException e) {
      throw new SendFailure("interrupted while the broker had not acknowledged all weather", e);
    }
    acknowledged.check();
  }

  @Override
  public void close() {
    producer.close(CLOSE_WITHIN);
  }
}

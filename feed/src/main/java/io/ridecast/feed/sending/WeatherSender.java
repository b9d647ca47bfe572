package io.ridecast.feed.sending;

import io.ridecast.records.DailyWeather;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Sends weather by someone's producer, who waits for it and hears of refusals. */
public final class WeatherSender {
  private static final String WEATHER = Topics.WEATHER.name();

  private final Producer<String, byte[]> producer;
  private final Callback sent;
  private final Serializer<DailyWeather> serializer;

  /**
   * A sender.
   *
   * @param sent hears of what was acknowledged or refused
   */
  public WeatherSender(Producer<String, byte[]> producer, AvroSerdes serdes, Callback sent) {
    this.producer = producer;
    this.sent = sent;
    this.serializer = serdes.value(Topics.WEATHER).serializer();
  }

  /** Sends a record, in the end. */
  public void send(DailyWeather weather) {
    byte[] value = serializer.serialize(WEATHER, weather);
    var unused =
        producer.send(new ProducerRecord<>(WEATHER, weather.getDate().toString(), value), sent);
  }
}

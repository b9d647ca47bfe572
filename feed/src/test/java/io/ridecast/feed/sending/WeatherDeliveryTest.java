package io.ridecast.feed.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.records.DailyWeather;
import io.ridecast.records.WeatherKind;
import io.ridecast.schemas.topics.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class WeatherDeliveryTest {
  private static final DailyWeather WARM =
      new DailyWeather(
          LocalDate.of(2024, 6, 4), Instant.EPOCH, WeatherKind.FORECAST, 25.0, null, 0.0, 8.0, 0.0);

  private final FakeBroker broker = new FakeBroker();

  @Test
  void shouldSendEachReportUnderItsDay() {
    MockProducer<String, byte[]> producer = FakeBroker.producer(true);

    new WeatherDelivery(producer, broker.serdes()).send(List.of(WARM));

    assertThat(producer.history())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.topic()).isEqualTo("weather");
              assertThat(record.key()).isEqualTo("2024-06-04");
              assertThat(
                      broker
                          .serdes()
                          .value(Topics.WEATHER)
                          .deserializer()
                          .deserialize("weather", record.value()))
                  .isEqualTo(WARM);
            });
  }

  @Test
  void shouldSayWhatTheBrokerRefused() {
    WeatherDelivery delivery = new WeatherDelivery(refusing(), broker.serdes());

    assertThatThrownBy(() -> delivery.send(List.of(WARM)))
        .isInstanceOf(SendFailure.class)
        .hasMessageContaining("no room");
  }

  /** A producer whose broker refuses everything when it is flushed. */
  private static MockProducer<String, byte[]> refusing() {
    return new MockProducer<>(
        false,
        null,
        new org.apache.kafka.common.serialization.StringSerializer(),
        new org.apache.kafka.common.serialization.ByteArraySerializer()) {
      @Override
      public synchronized void flush() {
        errorNext(new KafkaException("no room"));
      }
    };
  }
}

package io.ridecast.trainer.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.circumstances.Circumstances;
import io.ridecast.forecasting.holidays.EventCalendar;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DailyWeather;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.WeatherKind;
import io.ridecast.runtime.time.ClockMode;
import io.ridecast.runtime.time.FollowedClock;
import io.ridecast.schemas.registry.InMemoryRegistry;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.DemandKey;
import io.ridecast.schemas.topics.Topics;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class TrainerKnowledgeTest {
  private static final LocalDate DAY = LocalDate.of(2024, 6, 4);

  private final AvroSerdes serdes = new AvroSerdes(new InMemoryRegistry());
  private final TrainerKnowledge knowledge =
      TrainerKnowledge.of(
          Catalogue.chicago(),
          EventCalendar.none(),
          new FollowedClock(ClockMode.WATERMARK, () -> Instant.EPOCH));

  @Test
  void shouldTrainWithTheWeatherAsItWasIssued() {
    knowledge
        .demand()
        .apply(
            DemandKey.of("6", DAY),
            new DailyDemand("6", DAY, 12, 1, DemandStatus.CLOSED, Instant.EPOCH));
    assertThat(circumstances().hasWeather()).isFalse();

    follow(
        new DailyWeather(
            DAY.plusDays(1),
            Instant.parse("2024-06-04T23:00:00Z"),
            WeatherKind.FORECAST,
            25.0,
            null,
            null,
            null,
            null));

    assertThat(tmaxOfTomorrow(DAY)).isEqualTo(25);
    assertThat(tmaxOfTomorrow(DAY.minusDays(1))).isNaN();
  }

  private float tmaxOfTomorrow(LocalDate origin) {
    return circumstances().weatherKnownAt(origin).of(DAY.toEpochDay() + 1).tmax();
  }

  private Circumstances circumstances() {
    return knowledge.history().orElseThrow().panel().circumstances();
  }

  private void follow(DailyWeather weather) {
    String topic = Topics.WEATHER.name();
    byte[] value = serdes.value(Topics.WEATHER).serializer().serialize(topic, weather);
    knowledge.followers(serdes).stream()
        .filter(follower -> follower.topic().equals(topic))
        .findFirst()
        .orElseThrow()
        .follow(new ConsumerRecord<>(topic, 0, 0, weather.getDate().toString(), value));
  }
}

package io.ridecast.local.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ridecast.local.stack.LocalStack;
import io.ridecast.local.stack.LocalStackExtension;
import io.ridecast.monitor.MonitorConfig;
import io.ridecast.monitor.MonitorService;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.Forecast;
import io.ridecast.records.ForecastAccuracy;
import io.ridecast.records.ForecastDay;
import io.ridecast.records.ForecastQuality;
import io.ridecast.records.ForecastTrigger;
import io.ridecast.runtime.service.CannotStart;
import io.ridecast.runtime.service.Health;
import io.ridecast.runtime.time.ClockMode;
import io.ridecast.schemas.topics.CommunityPartition;
import io.ridecast.schemas.topics.DemandKey;
import io.ridecast.schemas.topics.TopicAdmin;
import io.ridecast.schemas.topics.TopicCatalogue;
import io.ridecast.schemas.topics.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalStackExtension.class)
class MonitorIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final LocalDate ORIGIN = LocalDate.of(2020, 9, 10);
  private static final LocalDate NEXT = ORIGIN.plusDays(1);
  private static final Instant MADE = Instant.parse("2020-09-11T07:00:00Z");
  @TempDir Path state;

  @Test
  void shouldScoreOnARealBrokerAndGoOnAfterARestart(LocalStack stack) throws Exception {
    try (MonitorService monitor = start(stack)) {
      for (String community : List.of("6", "7", "8")) {
        stack.send(Topics.FORECAST_LOG, community, forecast(community));
        close(stack, community, 100);
      }
      assertThat(city(stack, 3).getWape()).isEqualTo(0.1);
      assertThat(metrics(monitor))
          .contains("ridecast_forecast_wape{lead=\"1\",service=\"monitor\"} 0.1")
          .contains("kafka_stream");
    }

    try (MonitorService monitor = start(stack)) {
      close(stack, "8", 110);

      ForecastAccuracy revised =
          last(stack, "CITY/1", accuracy -> accuracy.getActualRides() == 310);
      assertThat(revised.getForecasts()).isEqualTo(3);
      assertThat(monitor.health()).isEqualTo(new Health.Ready());
    }
  }

  @Test
  void shouldNotStartWithoutItsTopicsAndNameThem(LocalStack stack) throws Exception {
    try (Admin admin = stack.admin()) {
      String topic = Topics.FORECAST_LOG.name();
      admin.deleteTopics(List.of(topic)).all().get();
      await().atMost(PATIENCE).until(() -> !admin.listTopics().names().get().contains(topic));
      try (MonitorService monitor = service(stack)) {
        assertThatThrownBy(monitor::start)
            .isInstanceOf(CannotStart.class)
            .hasMessageContaining("forecast-log");
      } finally {
        new TopicAdmin(admin, TopicCatalogue.load()).create((short) 1);
      }
    }
  }

  private MonitorService start(LocalStack stack) {
    MonitorService monitor = service(stack);
    monitor.start();
    await().atMost(PATIENCE).until(() -> monitor.health() instanceof Health.Ready);
    return monitor;
  }

  private MonitorService service(LocalStack stack) {
    return new MonitorService(
        new MonitorConfig(stack.kafka(), state, 0, ClockMode.WATERMARK),
        stack.registry(),
        InstantSource.system());
  }

  private static ForecastAccuracy city(LocalStack stack, int pairs) {
    return last(stack, "CITY/1", accuracy -> accuracy.getForecasts() == pairs);
  }

  private static ForecastAccuracy last(
      LocalStack stack, String key, Predicate<ForecastAccuracy> wanted) {
    List<ConsumerRecord<String, ForecastAccuracy>> records =
        stack.read(
            Topics.FORECAST_ACCURACY,
            PATIENCE,
            read ->
                read.stream()
                    .anyMatch(record -> record.key().equals(key) && wanted.test(record.value())));
    return records.stream()
        .filter(record -> record.key().equals(key) && wanted.test(record.value()))
        .findFirst()
        .orElseThrow()
        .value();
  }

  /** Daily demand is keyed by community and date, but lies where its community does. */
  private static void close(LocalStack stack, String community, int rides) throws Exception {
    DailyDemand day =
        new DailyDemand(
            community, NEXT, rides, 1, DemandStatus.CLOSED, MADE.plus(Duration.ofDays(1)));
    try (KafkaProducer<String, DailyDemand> producer = stack.producer(Topics.DAILY_DEMAND)) {
      producer
          .send(
              new ProducerRecord<>(
                  Topics.DAILY_DEMAND.name(),
                  CommunityPartition.of(community, 8),
                  DemandKey.of(community, NEXT),
                  day))
          .get();
    }
  }

  private static Forecast forecast(String community) {
    return Forecast.newBuilder()
        .setForecastId(community)
        .setCommunity(community)
        .setOriginDate(ORIGIN)
        .setDays(List.of(new ForecastDay(NEXT, 1, 110.0, 90.0, 110.0, 130.0)))
        .setModelVersion("3")
        .setTrigger(ForecastTrigger.DATA)
        .setQuality(ForecastQuality.NORMAL)
        .setGeneratedAt(MADE)
        .setValidUntil(MADE)
        .build();
  }

  private static String metrics(MonitorService monitor) throws Exception {
    URI address = URI.create("http://localhost:" + monitor.httpPort() + "/metrics");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
        .body();
  }
}

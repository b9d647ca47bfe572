package io.ridecast.local.predictor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.forecasting.holidays.EventCalendar;
import io.ridecast.local.stack.LocalStack;
import io.ridecast.local.stack.LocalStackExtension;
import io.ridecast.predictor.PredictorConfig;
import io.ridecast.predictor.PredictorService;
import io.ridecast.records.BusinessClock;
import io.ridecast.records.CityDemand;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.Forecast;
import io.ridecast.records.ForecastQuality;
import io.ridecast.records.ForecastTrigger;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.ModelRejection;
import io.ridecast.records.ModelRejectionReason;
import io.ridecast.records.ModelRole;
import io.ridecast.runtime.artifacts.FileArtifactStore;
import io.ridecast.runtime.service.Health;
import io.ridecast.runtime.time.ClockMode;
import io.ridecast.schemas.topics.CommunityPartition;
import io.ridecast.schemas.topics.DemandKey;
import io.ridecast.schemas.topics.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The predictor on a real broker and registry, with real models; one story in steps. */
@ExtendWith(LocalStackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PredictorIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int PARTITIONS = 8;

  private final TrainedModels city = new TrainedModels();
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client = HttpClient.newHttpClient();
  private LocalStack stack;
  private Path directory;
  private PredictorService service;
  private int forecastsSoFar;

  @BeforeAll
  void start(LocalStack given, @TempDir Path folder) throws Exception {
    stack = given;
    directory = folder;
    demandUntil(TrainedModels.LAST);
    service = started("first");
  }

  @AfterAll
  void end() {
    service.close();
  }

  @Test
  @Order(1)
  void shouldForecastEveryNewestOriginOnceAfterLoading() {
    List<Forecast> forecasts = nextForecasts(77);

    assertThat(forecasts)
        .allSatisfy(
            forecast -> {
              assertThat(forecast.getTrigger()).isEqualTo(ForecastTrigger.DATA);
              assertThat(forecast.getQuality()).isEqualTo(ForecastQuality.FALLBACK);
              assertThat(forecast.getOriginDate()).isEqualTo(TrainedModels.LAST);
              assertThat(forecast.getCityIncluded()).isTrue();
            });
    assertThat(get("/v1/model").at("/champion").isNull()).isTrue();
  }

  @Test
  @Order(2)
  void shouldForecastWithAnAnnouncedModelAtOnce() throws Exception {
    ModelBundle bundle = city.train(7);
    store(bundle, "1");
    announce(1, "1", bundle.sha256(), bundle.featureFingerprint());

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                get("/v1/forecasts").findValuesAsText("model_version").stream()
                        .filter("1"::equals)
                        .count()
                    == 77);
    assertThat(nextForecasts(77))
        .allSatisfy(
            forecast -> {
              assertThat(forecast.getTrigger()).isEqualTo(ForecastTrigger.MODEL);
              assertThat(forecast.getQuality()).isEqualTo(ForecastQuality.NORMAL);
            });
    Forecast ofCity = ofCity(2).get(1);
    assertThat(ofCity.getTrigger()).isEqualTo(ForecastTrigger.MODEL);
    assertThat(ofCity.getModelVersion()).isEqualTo("1");
    assertThat(get("/v1/forecasts/CITY").path("forecast_id").asText())
        .isEqualTo(ofCity.getForecastId());
    assertThat(get("/v1/model").at("/champion/sha256").asText()).isEqualTo(bundle.sha256());
    assertThat(get("/v1/history/6?days=7").path("days")).hasSize(7);
  }

  @Test
  @Order(3)
  void shouldRefuseADamagedModelAndKeepTheLastGoodOne() throws Exception {
    announce(2, "1", "0".repeat(64), "other");

    List<ConsumerRecord<String, ModelRejection>> rejections =
        stack.read(Topics.MODEL_REJECTIONS, PATIENCE, records -> !records.isEmpty());
    assertThat(rejections.get(0).key()).isEqualTo("demand/1");
    assertThat(rejections.get(0).value().getReason()).isEqualTo(ModelRejectionReason.DIGEST);
    assertThat(get("/v1/model").at("/champion/version").asText()).isEqualTo("1");
  }

  @Test
  @Order(4)
  void shouldNeitherSkipNorRepeatAForecastAcrossARestart() throws Exception {
    service.close();
    closeDay(TrainedModels.LAST.plusDays(1));
    ModelBundle bundle = city.train(8);
    store(bundle, "2");
    announce(3, "2", bundle.sha256(), bundle.featureFingerprint());
    service = started("first");

    List<Forecast> forecasts = nextForecasts(154);
    assertThat(forecasts).allSatisfy(each -> assertThat(each.getModelVersion()).isEqualTo("2"));
    assertThat(forecasts)
        .filteredOn(each -> each.getTrigger() == ForecastTrigger.MODEL)
        .hasSize(77);
    assertThat(forecasts)
        .filteredOn(each -> each.getTrigger() == ForecastTrigger.DATA)
        .hasSize(77)
        .allSatisfy(
            each -> assertThat(each.getOriginDate()).isEqualTo(TrainedModels.LAST.plusDays(1)));
  }

  @Test
  @Order(5)
  void shouldGoOnFromTheChangelogWithoutItsStateDirectory() throws Exception {
    service.close();
    service = started("second");
    closeDay(TrainedModels.LAST.plusDays(2));

    assertThat(nextForecasts(77))
        .allSatisfy(
            each -> {
              assertThat(each.getModelVersion()).isEqualTo("2");
              assertThat(each.getTrigger()).isEqualTo(ForecastTrigger.DATA);
            });
  }

  @Test
  @Order(6)
  void shouldForecastALateRidesCommunityAlone() throws Exception {
    Community lakeView = city.catalogue().byKey("6").orElseThrow();
    LocalDate day = TrainedModels.LAST.minusDays(1);
    send(lakeView, day, city.rides(lakeView, day) + 1, 2);

    Forecast forecast = nextForecasts(1).get(0);
    assertThat(forecast.getCommunity()).isEqualTo("6");
    assertThat(forecast.getTrigger()).isEqualTo(ForecastTrigger.REVISION);
    assertThat(forecast.getDemandRevisions()).containsEntry(day.toString(), 2);
  }

  /** Those behind the ones seen so far; it must be that many, also a while later. */
  private List<Forecast> nextForecasts(int count) {
    int expected = forecastsSoFar + count;
    stack.read(Topics.FORECAST_LOG, PATIENCE, records -> ofCommunities(records).size() >= expected);
    List<ConsumerRecord<String, Forecast>> all =
        ofCommunities(stack.read(Topics.FORECAST_LOG, PATIENCE, twoSeconds()));
    assertThat(all).hasSize(expected);
    forecastsSoFar = expected;
    return all.stream()
        .sorted((one, other) -> Long.compare(one.timestamp(), other.timestamp()))
        .skip(expected - count)
        .map(ConsumerRecord::value)
        .toList();
  }

  private static List<ConsumerRecord<String, Forecast>> ofCommunities(
      List<ConsumerRecord<String, Forecast>> records) {
    return records.stream().filter(record -> !record.key().equals(Community.CITY)).toList();
  }

  /** The city's forecasts so far; as many as that, also a while after the last of them. */
  private List<Forecast> ofCity(int count) {
    stack.read(Topics.FORECAST_LOG, PATIENCE, records -> ofCity(records).size() >= count);
    List<Forecast> all = ofCity(stack.read(Topics.FORECAST_LOG, PATIENCE, twoSeconds()));
    assertThat(all).hasSize(count);
    return all;
  }

  private static List<Forecast> ofCity(List<ConsumerRecord<String, Forecast>> records) {
    return records.stream()
        .map(ConsumerRecord::value)
        .filter(forecast -> forecast.getCommunity().equals(Community.CITY))
        .toList();
  }

  private static Predicate<List<ConsumerRecord<String, Forecast>>> twoSeconds() {
    long start = System.nanoTime();
    return records -> System.nanoTime() - start > Duration.ofSeconds(2).toNanos();
  }

  private PredictorService started(String state) {
    PredictorService starting =
        new PredictorService(
            new PredictorConfig(
                stack.kafka(),
                directory.resolve(state),
                city.catalogue(),
                ServiceCalendar.always(),
                EventCalendar.none(),
                models(),
                Duration.ofHours(2),
                ClockMode.WATERMARK,
                0),
            stack.registry(),
            InstantSource.system());
    starting.start();
    await().atMost(PATIENCE).until(() -> starting.health() instanceof Health.Ready);
    return starting;
  }

  private FileArtifactStore models() {
    return new FileArtifactStore(directory.resolve("models"));
  }

  private void store(ModelBundle bundle, String version) throws Exception {
    models().put("demand/" + version + "/bundle", bundle.bytes());
  }

  private void announce(long sequence, String version, String sha256, String fingerprint)
      throws Exception {
    stack.send(
        Topics.MODELS,
        "demand/CHAMPION",
        ModelAnnouncement.newBuilder()
            .setSequence(sequence)
            .setName("demand")
            .setRole(ModelRole.CHAMPION)
            .setVersion(version)
            .setRunId("run-" + version)
            .setArtifactUri(
                directory.resolve("models/demand/" + version + "/bundle").toUri().toString())
            .setSha256(sha256)
            .setFeatureFingerprint(fingerprint)
            .setGolden(List.of())
            .setMetrics(Map.of())
            .setAnnouncedAt(Instant.EPOCH)
            .build());
  }

  private void demandUntil(LocalDate last) throws Exception {
    clock(TrainedModels.FIRST, true);
    try (KafkaProducer<String, DailyDemand> demand = stack.producer(Topics.DAILY_DEMAND);
        KafkaProducer<String, CityDemand> totals = stack.producer(Topics.CITY_DEMAND)) {
      for (LocalDate day = TrainedModels.FIRST; !day.isAfter(last); day = day.plusDays(1)) {
        for (Community community : city.catalogue().communities()) {
          demand.send(cell(community, day, city.rides(community, day), 1));
        }
        totals.send(new ProducerRecord<>(Topics.CITY_DEMAND.name(), day.toString(), total(day)));
      }
    }
    clock(last.plusDays(1), false);
  }

  private void closeDay(LocalDate day) throws Exception {
    try (KafkaProducer<String, DailyDemand> demand = stack.producer(Topics.DAILY_DEMAND)) {
      for (Community community : city.catalogue().communities()) {
        demand.send(cell(community, day, city.rides(community, day), 1));
      }
    }
    stack.send(Topics.CITY_DEMAND, day.toString(), total(day));
    clock(day.plusDays(1), false);
  }

  private void send(Community community, LocalDate day, int rides, int revision) throws Exception {
    try (KafkaProducer<String, DailyDemand> demand = stack.producer(Topics.DAILY_DEMAND)) {
      demand.send(cell(community, day, rides, revision)).get();
    }
  }

  private CityDemand total(LocalDate day) {
    return new CityDemand(day, city.total(day), 1, DemandStatus.CLOSED, 77);
  }

  private static ProducerRecord<String, DailyDemand> cell(
      Community community, LocalDate day, int rides, int revision) {
    return new ProducerRecord<>(
        Topics.DAILY_DEMAND.name(),
        CommunityPartition.of(community.key(), PARTITIONS),
        DemandKey.of(community.key(), day),
        new DailyDemand(community.key(), day, rides, revision, DemandStatus.CLOSED, Instant.EPOCH));
  }

  private void clock(LocalDate day, boolean loading) throws Exception {
    Instant now = city.catalogue().serviceDay().start(day).plus(Duration.ofHours(2));
    stack.send(Topics.BUSINESS_CLOCK, "clock", new BusinessClock(now, loading));
  }

  private JsonNode get(String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + service.httpPort() + path))
              .build();
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      return json.readTree(response.body());
    } catch (Exception failure) {
      throw new AssertionError(path, failure);
    }
  }
}

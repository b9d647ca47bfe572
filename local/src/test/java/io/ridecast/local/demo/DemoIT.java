package io.ridecast.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.features.Feature;
import io.ridecast.forecasting.features.FeatureList;
import io.ridecast.local.command.Commands;
import io.ridecast.local.registry.RegistryInstallation;
import io.ridecast.local.stack.LocalStack;
import io.ridecast.local.story.Screen;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.Forecast;
import io.ridecast.records.ForecastQuality;
import io.ridecast.records.ForecastTrigger;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.Ride;
import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import io.ridecast.schemas.topics.Topic;
import io.ridecast.schemas.topics.Topics;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * From end to end, as one story: rides in, forecasts out; a late ride in, a revised forecast out;
 * weather and a new model in, other forecasts out; back to the old one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {
  private static final Duration START = Duration.ofSeconds(180);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DemoPorts ports = DemoPorts.free();
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private SmallCity city;
  private DemoDirectory directory;
  private Demo demo;
  private CompletableFuture<Void> running;
  private LocalStack stack;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    city = SmallCity.in(folder);
    Path events = Files.writeString(folder.resolve("events.csv"), "date,name\n2023-05-06,Fair\n");
    DemoConfig config =
        new DemoConfig(
            false,
            Optional.of(city.rides()),
            Optional.of(city.catalogue()),
            Optional.empty(),
            Duration.ofSeconds(1),
            1,
            1,
            Optional.of(folder.resolve("data")),
            ports,
            Map.of("EVENTS", events.toString()));
    Catalogue catalogue = Catalogue.load(city.catalogue());
    directory = DemoDirectory.open(config.data(), DemoIdentity.of(config, catalogue.digest()));
    demo =
        new Demo(
            config,
            directory,
            catalogue,
            new RegistryInstallation(Path.of("target", "registry").toAbsolutePath()),
            InstantSource.system(),
            new Screen(new PrintStream(printed, true, StandardCharsets.UTF_8), false));
    running = CompletableFuture.runAsync(demo::run, Threads.named("under-test"));
    await()
        .atMost(START)
        .failFast("the demo has ended:\n" + text(), running::isDone)
        .until(() -> text().contains("Look at"));
    stack =
        LocalStack.attached(
            ports.broker().address(),
            URI.create("http://" + ports.registry().address() + "/apis/ccompat/v7"));
  }

  @AfterAll
  void end() throws Exception {
    demo.close();
    directory.close();
    assertThat(running).succeedsWithin(PATIENCE);
    assertThat(ports.all()).noneMatch(port -> port.isTaken());
  }

  @Test
  @Order(1)
  void shouldCountEveryRideAndCloseEveryDay() {
    List<ConsumerRecord<String, DailyDemand>> demand =
        stack.read(Topics.DAILY_DEMAND, PATIENCE, records -> newest(records).equals(city.counts()));

    assertThat(demand.stream().filter(record -> record.value().getStatus() == DemandStatus.CLOSED))
        .extracting(ConsumerRecord::key)
        .containsAll(city.counts().keySet());
  }

  @Test
  @Order(2)
  void shouldForecastEveryCommunityByAModel() throws Exception {
    JsonNode forecasts = get("/v1/forecasts").get("forecasts");

    assertThat(forecasts).hasSize(SmallCity.COMMUNITIES.size());
    for (JsonNode forecast : forecasts) {
      assertThat(forecast.get("origin_date").asText()).isEqualTo(SmallCity.LAST.toString());
      assertThat(forecast.get("model_version").asText()).isEqualTo("1");
      assertThat(forecast.get("quality").asText())
          .isNotEqualTo(ForecastQuality.FALLBACK.toString());
      assertThat(forecast.get("days")).hasSize(3);
    }
    assertThat(text()).contains("Forecasts of all 3 communities by model 1");
  }

  @Test
  @Order(3)
  void shouldReviseTheForecastForALateRide() throws Exception {
    String key = "1/" + SmallCity.LAST;
    int before = city.counts().get(key);

    stack.send(
        Topics.RIDES,
        "1",
        Ride.newBuilder()
            .setRideId("late-1")
            .setStartedAt(SmallCity.LAST.atTime(18, 0).toInstant(ZoneOffset.UTC))
            .setCommunity("1")
            .setFeed("rides")
            .build());

    stack.read(
        Topics.DAILY_DEMAND,
        PATIENCE,
        records -> newest(records).getOrDefault(key, 0) == before + 1);
    stack.read(
        Topics.FORECASTS,
        PATIENCE,
        records ->
            records.stream()
                .map(ConsumerRecord::value)
                .anyMatch(
                    forecast ->
                        forecast.getCommunity().equals("1")
                            && forecast.getTrigger() == ForecastTrigger.REVISION));
  }

  @Test
  @Order(4)
  void shouldTakeAWeatherFile() {
    assertThat(command("feed", "weather", city.weather().toString())).isZero();
  }

  @Test
  @Order(5)
  void shouldForecastAnewWithANewModelAlthoughNoRideFlows() throws Exception {
    assertThat(command("train", "--follow")).isZero();

    List<Forecast> byNewModel = awaitForecasts(Topics.FORECASTS, "2");

    assertThat(byNewModel).extracting(Forecast::getTrigger).containsOnly(ForecastTrigger.MODEL);
    await()
        .atMost(PATIENCE)
        .until(() -> get("/v1/model").at("/champion/version").asText().equals("2"));
  }

  @Test
  @Order(6)
  void shouldHaveLearntFromTheWeatherAndForecastWithIt() {
    List<ConsumerRecord<String, TrainingRun>> histories =
        stack.read(Topics.TRAINING_RUNS, PATIENCE, records -> histories(records).size() == 2);
    assertThat(histories(histories))
        .extracting(TrainingRun::getDetail)
        .satisfiesExactly(
            first -> assertThat(first).doesNotContain("weather").endsWith(", 1 own days"),
            second ->
                assertThat(second)
                    .endsWith(
                        ", weather of %s to %s, 1 own days"
                            .formatted(SmallCity.FIRST, SmallCity.LAST.plusDays(1))));
    int tmax = FeatureList.features().stream().map(Feature::name).toList().indexOf("tmax");
    assertThat(model("2").getGolden())
        .extracting(golden -> golden.getInputs().get(tmax))
        .as("what the booster was asked")
        .anyMatch(degrees -> !degrees.isNaN());
    assertThat(awaitForecasts(Topics.FORECAST_LOG, "2"))
        .extracting(forecast -> forecast.getFeatures().get(0).get(tmax))
        .containsOnly(SmallCity.tmax(SmallCity.LAST.plusDays(1)));
  }

  @Test
  @Order(7)
  void shouldGoBackToTheModelBefore() throws Exception {
    assertThat(command("models", "rollback")).isZero();

    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              for (JsonNode forecast : get("/v1/forecasts").get("forecasts")) {
                if (!forecast.get("model_version").asText().equals("1")) {
                  return false;
                }
              }
              return true;
            });
    assertThat(command("models", "list")).isZero();
    assertThat(command("topics", "check")).isZero();
  }

  @Test
  @Order(8)
  void shouldForecastTheCityAsTheSumOfItsCommunities() throws Exception {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode day = get("/v1/forecasts/CITY").at("/days/0");
              double sum = 0;
              for (JsonNode forecast : get("/v1/forecasts").get("forecasts")) {
                sum += forecast.at("/days/0/mean").asDouble();
              }
              assertThat(day.get("mean").asDouble()).isCloseTo(sum, within(1e-6));
              assertThat(day.get("p10").asDouble()).isLessThan(day.get("p50").asDouble());
              assertThat(day.get("p90").asDouble()).isGreaterThan(day.get("p50").asDouble());
            });
    assertThat(get("/v1/forecasts/CITY").get("model_version").asText()).isEqualTo("1");
  }

  private static List<TrainingRun> histories(List<ConsumerRecord<String, TrainingRun>> records) {
    return records.stream()
        .map(ConsumerRecord::value)
        .filter(
            step ->
                step.getStep() == TrainingStep.HISTORY
                    && step.getStatus() == TrainingStatus.SUCCEEDED)
        .toList();
  }

  private ModelAnnouncement model(String version) {
    Predicate<ConsumerRecord<String, ModelAnnouncement>> wanted =
        record -> record.value().getVersion().equals(version);
    return stack
        .read(Topics.MODELS, PATIENCE, records -> records.stream().anyMatch(wanted))
        .stream()
        .filter(wanted)
        .findFirst()
        .orElseThrow()
        .value();
  }

  private List<Forecast> awaitForecasts(Topic<Forecast> topic, String version) {
    return stack
        .read(
            topic,
            PATIENCE,
            records ->
                records.stream()
                        .map(ConsumerRecord::value)
                        .filter(forecast -> isOf(forecast, version))
                        .map(Forecast::getCommunity)
                        .distinct()
                        .count()
                    == SmallCity.COMMUNITIES.size())
        .stream()
        .map(ConsumerRecord::value)
        .filter(forecast -> isOf(forecast, version))
        .toList();
  }

  private static boolean isOf(Forecast forecast, String version) {
    return forecast.getModelVersion().equals(version)
        && !forecast.getCommunity().equals(Community.CITY);
  }

  private static Map<String, Integer> newest(List<ConsumerRecord<String, DailyDemand>> records) {
    return records.stream()
        .collect(
            Collectors.toMap(
                ConsumerRecord::key, record -> record.value().getRides(), (old, now) -> now));
  }

  private int command(String... arguments) {
    return Commands.execute(
        Map.of(
            "BROKER_PORT", Integer.toString(ports.broker().number()),
            "REGISTRY_PORT", Integer.toString(ports.registry().number())),
        arguments);
  }

  private JsonNode get(String path) throws Exception {
    URI address = URI.create("http://" + ports.predictor().address() + path);
    return json.readTree(
        http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
            .body());
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}

package io.ridecast.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.Forecast;
import io.ridecast.records.ForecastDay;
import io.ridecast.records.ForecastQuality;
import io.ridecast.records.ForecastTrigger;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.ModelRole;
import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryTest {
  private static final LocalDate FIRST = LocalDate.of(2017, 6, 1);
  private static final LocalDate LAST = FIRST.plusDays(1);
  private static final Instant NOON = Instant.parse("2017-06-03T17:00:00Z");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Story story;

  @BeforeEach
  void begin(@TempDir Path folder) throws Exception {
    Path zones =
        Files.writeString(
            folder.resolve("zones.csv"),
            "number,name,latitude,longitude\n1,LOOP,41.88,-87.62\n2,UPTOWN,41.96,-87.65\n");
    Screen screen = new Screen(new PrintStream(printed, true, StandardCharsets.UTF_8), false);
    story = new Story(screen, Stopwatch.start(() -> NOON), Catalogue.load(zones), true);
    story.begins(new History(FIRST, LAST, false));
  }

  @Test
  void shouldSayThatTheHistoryIsCountedOnlyWhenEveryDayIsClosed() {
    FIRST.datesUntil(LAST.plusDays(1)).forEach(date -> story.apply(demand("1", date, 10)));
    story.apply(demand("2", FIRST, 5));
    story.tick();
    assertThat(story.isLoaded()).isFalse();

    story.apply(open("2", LAST, 7));
    story.tick();
    assertThat(story.isLoaded()).isFalse();

    story.apply(demand("2", LAST, 8));
    story.tick();

    assertThat(story.isLoaded()).isTrue();
    assertThat(text()).contains("2017-06-01 to 2017-06-02, 2 days").contains("33 rides counted");
  }

  @Test
  void shouldBeCompleteOnlyWithAModelsForecastOfEveryCommunity() {
    closeHistory();
    story.apply(forecast("1", LAST, 12, ForecastQuality.FALLBACK));
    story.apply(forecast("2", LAST, 6, ForecastQuality.FALLBACK));
    story.tick();
    story.apply(forecast("1", LAST, 12, ForecastQuality.NORMAL));
    story.tick();

    assertThat(story.isComplete()).isFalse();

    story.apply(forecast("2", LAST, 1234, ForecastQuality.COLD_START));
    story.tick();

    assertThat(story.isComplete()).isTrue();
    assertThat(text().lines())
        .anyMatch(line -> line.startsWith("Fallback"))
        .anyMatch(line -> line.contains("Forecasts of all 2 communities by model 1"));
    assertThat(text()).containsSubsequence("UPTOWN", "1,234", "LOOP");
  }

  @Test
  void shouldNotTakeAForecastOfAnEarlierDayForAnAnswer() {
    closeHistory();
    story.apply(forecast("1", FIRST, 12, ForecastQuality.NORMAL));
    story.apply(forecast("2", FIRST, 6, ForecastQuality.NORMAL));
    story.tick();

    assertThat(story.isComplete()).isFalse();
  }

  @Test
  void shouldSayThatTheHistoryIsTooShortForAModel() {
    closeHistory();

    assertThat(story.isWithoutModel()).isTrue();
    assertThat(text()).contains("none yet: 2 days are closed, a model needs 90");
  }

  @Test
  void shouldTellALiveDayBesideItsForecast() {
    complete();
    LocalDate live = LAST.plusDays(1);

    story.apply(demand("1", live, 15));
    story.tick();
    assertThat(text()).doesNotContain("Sat 2017-06-03");
    story.apply(demand("2", live, 5));
    story.tick();

    assertThat(text().lines().filter(line -> line.contains("2017-06-03")))
        .singleElement()
        .asString()
        .contains("20 rides", "forecast", "18", "city off by -10 %", "a community by 20 %");
  }

  @Test
  void shouldTellANewModelWhenItServesEveryCommunity() {
    complete();

    story.apply(model("2", Map.of("holdout.wape", 0.185, "holdout.naive_wape", 0.2531)));
    story.apply(forecastBy("2", "1"));
    story.tick();
    assertThat(text()).doesNotContain("2 serves");
    story.apply(forecastBy("2", "2"));
    story.tick();

    assertThat(text()).contains("2 serves").contains("18.5 %").contains("25.3 %");
  }

  @Test
  void shouldTellWhyAModelWasRefused() {
    TrainingRun refusal =
        TrainingRun.newBuilder()
            .setRunId("r1")
            .setRequestId("q1")
            .setStep(TrainingStep.GATE)
            .setStatus(TrainingStatus.REFUSED)
            .setStartedAt(NOON)
            .setEndedAt(NOON)
            .setDetail("worse than last week's")
            .build();

    story.apply(refusal);
    story.apply(refusal);

    assertThat(text().lines().filter(line -> line.contains("worse than last week's"))).hasSize(1);
  }

  private void complete() {
    closeHistory();
    story.apply(forecast("1", LAST, 12, ForecastQuality.NORMAL));
    story.apply(forecast("2", LAST, 6, ForecastQuality.NORMAL));
    story.tick();
    assertThat(story.isComplete()).isTrue();
  }

  private void closeHistory() {
    FIRST
        .datesUntil(LAST.plusDays(1))
        .forEach(
            date -> {
              story.apply(demand("1", date, 10));
              story.apply(demand("2", date, 5));
            });
    story.tick();
  }

  private static DailyDemand demand(String community, LocalDate date, int rides) {
    return demand(community, date, rides, DemandStatus.CLOSED);
  }

  private static DailyDemand open(String community, LocalDate date, int rides) {
    return demand(community, date, rides, DemandStatus.OPEN);
  }

  private static DailyDemand demand(
      String community, LocalDate date, int rides, DemandStatus status) {
    return DailyDemand.newBuilder()
        .setCommunity(community)
        .setDate(date)
        .setRides(rides)
        .setRevision(1)
        .setStatus(status)
        .setEmittedAt(NOON)
        .build();
  }

  private static Forecast forecastBy(String version, String community) {
    return forecast(community, LAST, 9, ForecastQuality.NORMAL, version);
  }

  private static Forecast forecast(
      String community, LocalDate origin, double mean, ForecastQuality quality) {
    String version = quality == ForecastQuality.FALLBACK ? "fallback" : "1";
    return forecast(community, origin, mean, quality, version);
  }

  private static Forecast forecast(
      String community, LocalDate origin, double mean, ForecastQuality quality, String version) {
    List<ForecastDay> days =
        IntStream.rangeClosed(1, 3)
            .mapToObj(
                lead ->
                    new ForecastDay(origin.plusDays(lead), lead, mean, mean / 2, mean, mean * 2))
            .toList();
    return Forecast.newBuilder()
        .setForecastId(community + origin)
        .setCommunity(community)
        .setOriginDate(origin)
        .setDays(days)
        .setModelVersion(version)
        .setTrigger(ForecastTrigger.DATA)
        .setQuality(quality)
        .setDemandRevisions(Map.of())
        .setGeneratedAt(NOON)
        .setValidUntil(NOON)
        .build();
  }

  private static ModelAnnouncement model(String version, Map<String, Double> metrics) {
    return ModelAnnouncement.newBuilder()
        .setSequence(2)
        .setName("demand")
        .setRole(ModelRole.CHAMPION)
        .setVersion(version)
        .setRunId("r")
        .setArtifactUri("file:/models")
        .setSha256("00")
        .setFeatureFingerprint("00")
        .setGolden(List.of())
        .setMetrics(metrics)
        .setAnnouncedAt(NOON)
        .build();
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}

package io.ridecast.predictor;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.Forecast;
import io.ridecast.records.ForecastQuality;
import io.ridecast.records.ForecastTrigger;
import io.ridecast.records.ModelRejectionReason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictorTopologyTest {
  private static final LocalDate LAST = LocalDate.of(2020, 9, 10);

  @TempDir private Path directory;
  private PredictorBench.Builder builder;
  private PredictorBench bench;

  @BeforeEach
  void start() {
    builder = PredictorBench.in(directory);
    bench = builder.start();
  }

  @AfterEach
  void end() {
    bench.close();
  }

  @Test
  void shouldForecastTheNewestOriginOfEveryCommunityOnceAfterLoading() {
    bench.clock(LAST.minusDays(30), 0, true);
    bench.history(LAST, 30);
    bench.rounds(3);
    assertThat(bench.forecasts()).isEmpty();

    bench.clockAtCloseOf(LAST);
    bench.rounds(200);

    List<Forecast> forecasts = bench.forecasts();
    assertThat(forecasts).hasSize(77);
    assertThat(forecasts).extracting(Forecast::getCommunity).doesNotHaveDuplicates();
    assertThat(forecasts)
        .allSatisfy(
            forecast -> {
              assertThat(forecast.getTrigger()).isEqualTo(ForecastTrigger.DATA);
              assertThat(forecast.getQuality()).isEqualTo(ForecastQuality.FALLBACK);
              assertThat(forecast.getModelVersion()).isEqualTo("fallback");
              assertThat(forecast.getRunId()).isNull();
              assertThat(forecast.getOriginDate()).isEqualTo(LAST);
              assertThat(forecast.getCityIncluded()).isTrue();
              assertThat(forecast.getDays()).extracting("lead").containsExactly(1, 2, 3);
              assertThat(forecast.getDays().get(0).getDate()).isEqualTo(LAST.plusDays(1));
              assertThat(forecast.getGeneratedAt()).isEqualTo("2020-09-11T07:00:00Z");
              assertThat(forecast.getValidUntil()).isEqualTo("2020-09-12T05:00:00Z");
              assertThat(forecast.getDemandRevisions()).hasSize(28).containsEntry("2020-09-10", 1);
            });
  }

  @Test
  void shouldForecastAllCommunitiesWithANewModelAlthoughNoRideFlows() throws Exception {
    loadedHistory();
    bench.announce(1, "1", new LevelModel("1", 1));
    bench.rounds(3);

    List<Forecast> forecasts = bench.forecasts();
    assertThat(forecasts).hasSize(77);
    assertThat(forecasts)
        .allSatisfy(
            forecast -> {
              assertThat(forecast.getTrigger()).isEqualTo(ForecastTrigger.MODEL);
              assertThat(forecast.getQuality()).isEqualTo(ForecastQuality.NORMAL);
              assertThat(forecast.getModelVersion()).isEqualTo("1");
              assertThat(forecast.getRunId()).isEqualTo("run-1");
              assertThat(forecast.getOriginDate()).isEqualTo(LAST);
            });

    bench.announce(2, "2", new LevelModel("2", 2));
    bench.rounds(3);

    assertThat(bench.forecasts())
        .hasSize(77)
        .allSatisfy(
            forecast -> {
              assertThat(forecast.getModelVersion()).isEqualTo("2");
              assertThat(forecast.getDays().get(0).getMean())
                  .isEqualTo(2 * firstMean(forecasts, forecast.getCommunity()));
            });
  }

  @Test
  void shouldForecastOnlyTheNewestOriginWhenTheClockIsHeardOfBeforeTheLastCloses() {
    bench.clock(LAST.minusDays(30), 0, true);
    bench.history(LAST.minusDays(2), 30);
    bench.clockAtCloseOf(LAST);
    bench.rounds(5);
    assertThat(bench.forecasts()).isEmpty();

    bench.closeEverywhere(LAST.minusDays(1));
    bench.rounds(5);
    bench.closeEverywhere(LAST);
    bench.rounds(5);

    assertThat(bench.forecasts())
        .hasSize(77)
        .allSatisfy(forecast -> assertThat(forecast.getOriginDate()).isEqualTo(LAST));
  }

  @Test
  void shouldReadToTheEndOfWhatWasThereBeforeItForecasts() {
    bench.close();
    long records = 77 * 3;
    bench = builder.lastAtStart(records - 1).start();
    bench.clockAtCloseOf(LAST);
    bench.closeEverywhere(LAST.minusDays(2));
    bench.closeEverywhere(LAST.minusDays(1));
    bench.wait(PredictorBench.PATIENCE);
    assertThat(bench.forecasts()).isEmpty();

    bench.closeEverywhere(LAST);
    bench.rounds(3);

    assertThat(bench.forecasts())
        .hasSize(77)
        .allSatisfy(forecast -> assertThat(forecast.getOriginDate()).isEqualTo(LAST));
  }

  @Test
  void shouldLogEveryForecastWithItsFeaturesAndPublishItWithout() throws Exception {
    loadedHistory();
    bench.announce(1, "1", new LevelModel("1", 1));
    bench.rounds(1);

    List<Forecast> published = bench.forecasts();
    List<Forecast> logged = bench.log();
    assertThat(published).hasSize(77).allSatisfy(each -> assertThat(each.getFeatures()).isNull());
    assertThat(logged).hasSize(77);
    for (int i = 0; i < 77; i++) {
      Forecast log = logged.get(i);
      assertThat(log.getForecastId()).isEqualTo(published.get(i).getForecastId());
      float count = Integer.parseInt(log.getCommunity()) + LAST.getDayOfWeek().getValue();
      assertThat(log.getFeatures())
          .containsExactly(List.of(count, 1f), List.of(count, 2f), List.of(count, 3f));
    }
  }

  @Test
  void shouldForecastADayThatClosesAtOnceWhenAllElseIsThere() {
    loadedHistory();
    bench.city(LAST.plusDays(1), 9_000);
    bench.clockAtCloseOf(LAST.plusDays(1));
    bench.close(6, LAST.plusDays(1), 50);
    bench.rounds(1);

    Forecast forecast = only(bench.forecasts());
    assertThat(forecast.getTrigger()).isEqualTo(ForecastTrigger.DATA);
    assertThat(forecast.getOriginDate()).isEqualTo(LAST.plusDays(1));
    assertThat(forecast.getCityIncluded()).isTrue();
  }

  @Test
  void shouldGoWithoutTheCityAfterAWhileAndSaySo() {
    loadedHistory();
    bench.clockAtCloseOf(LAST.plusDays(1));
    bench.close(6, LAST.plusDays(1), 50);
    bench.wait(Duration.ofSeconds(4));
    assertThat(bench.forecasts()).isEmpty();

    bench.wait(Duration.ofSeconds(2));

    Forecast forecast =
        only(bench.forecasts().stream().filter(each -> each.getCommunity().equals("6")).toList());
    assertThat(forecast.getTrigger()).isEqualTo(ForecastTrigger.DATA);
    assertThat(forecast.getCityIncluded()).isFalse();
  }

  @Test
  void shouldForecastAgainWhenADayThatBearsOnItIsRevised() {
    loadedHistory();
    bench.demand(6, LAST.minusDays(7), 99, 2, DemandStatus.CLOSED);
    bench.demand(6, LAST.minusDays(8), 98, 2, DemandStatus.CLOSED);
    bench.rounds(3);

    Forecast forecast = only(bench.forecasts());
    assertThat(forecast.getCommunity()).isEqualTo("6");
    assertThat(forecast.getTrigger()).isEqualTo(ForecastTrigger.REVISION);
    assertThat(forecast.getOriginDate()).isEqualTo(LAST);
    assertThat(forecast.getDemandRevisions())
        .containsEntry(LAST.minusDays(7).toString(), 2)
        .containsEntry(LAST.minusDays(8).toString(), 2)
        .containsEntry(LAST.minusDays(6).toString(), 1);
  }

  @Test
  void shouldNotForecastAgainWhenTheRevisedDayBearsOnItNoMore() {
    loadedHistory();
    bench.demand(6, LAST.minusDays(28), 99, 2, DemandStatus.CLOSED);
    bench.demand(6, LAST.minusDays(3), count(6, LAST.minusDays(3)), 2, DemandStatus.CLOSED);
    bench.wait(PredictorBench.PATIENCE);

    assertThat(bench.forecasts()).isEmpty();
  }

  @Test
  void shouldGoOnWithLaterLeadsAtMidnightAndSayWhenACloseIsOverdue() throws Exception {
    loadedHistory();
    bench.announce(1, "1", new LevelModel("1", 1));
    bench.rounds(2);
    bench.forecasts();

    bench.clock(LAST.plusDays(1), 23, false);
    bench.wait(PredictorBench.PATIENCE);
    assertThat(bench.forecasts()).isEmpty();

    for (int lead = 2; lead <= 5; lead++) {
      bench.clock(LAST.plusDays(lead), 0, false);
      bench.wait(PredictorBench.PATIENCE);
      ForecastQuality quality = lead == 2 ? ForecastQuality.NORMAL : ForecastQuality.STALE;
      int first = lead;
      assertThat(bench.forecasts())
          .hasSize(77)
          .allSatisfy(
              forecast -> {
                assertThat(forecast.getTrigger()).isEqualTo(ForecastTrigger.CALENDAR);
                assertThat(forecast.getQuality()).isEqualTo(quality);
                assertThat(forecast.getOriginDate()).isEqualTo(LAST);
                assertThat(forecast.getDays())
                    .extracting("lead")
                    .containsExactly(first, first + 1, first + 2);
                assertThat(forecast.getDays().get(0).getDate()).isEqualTo(LAST.plusDays(first));
              });
    }

    bench.clock(LAST.plusDays(9), 0, false);
    bench.wait(PredictorBench.PATIENCE);
    assertThat(bench.forecasts()).isEmpty();
  }

  @Test
  void shouldForecastByDataAgainWhenTheOutageEnds() {
    loadedHistory();
    bench.clock(LAST.plusDays(4), 1, false);
    bench.wait(PredictorBench.PATIENCE);
    assertThat(bench.forecasts()).hasSize(77);

    for (int day = 1; day <= 2; day++) {
      bench.closeEverywhere(LAST.plusDays(day));
    }
    bench.rounds(3);

    assertThat(bench.forecasts())
        .hasSize(77)
        .allSatisfy(
            forecast -> {
              assertThat(forecast.getTrigger()).isEqualTo(ForecastTrigger.DATA);
              assertThat(forecast.getOriginDate()).isEqualTo(LAST.plusDays(2));
              assertThat(forecast.getDays()).extracting("lead").containsExactly(2, 3, 4);
            });
  }

  @Test
  void shouldNeitherSkipNorRepeatAModelsRoundAcrossARestart() throws Exception {
    loadedHistory();
    bench.announce(1, "1", new LevelModel("1", 1));
    bench.rounds(2);
    assertThat(bench.forecasts()).hasSize(77);

    restart();
    bench.clockAtCloseOf(LAST);
    bench.announce(1, "1", new LevelModel("1", 1));
    bench.wait(PredictorBench.PATIENCE);
    assertThat(bench.forecasts()).as("not repeated").isEmpty();

    bench.announce(2, "2", new LevelModel("2", 2));
    restart();
    bench.clockAtCloseOf(LAST);
    bench.announce(2, "2", new LevelModel("2", 2));
    bench.rounds(2);
    assertThat(bench.forecasts())
        .as("not skipped")
        .hasSize(77)
        .allSatisfy(forecast -> assertThat(forecast.getTrigger()).isEqualTo(ForecastTrigger.MODEL));
  }

  @Test
  void shouldNotForecastAnewAfterARestartWithoutNews() {
    loadedHistory();

    restart();
    bench.clockAtCloseOf(LAST);
    bench.wait(PredictorBench.PATIENCE);

    assertThat(bench.forecasts()).isEmpty();
  }

  @Test
  void shouldWaitForTheAnnouncedModelInsteadOfFallingBack() throws Exception {
    bench.close();
    builder.holdLoading();
    bench = builder.start();
    bench.announce(1, "1", new LevelModel("1", 1));
    bench.history(LAST, 30);
    bench.clockAtCloseOf(LAST);
    bench.wait(Duration.ofSeconds(10));
    assertThat(bench.forecasts()).isEmpty();

    builder.load();
    bench.rounds(3);

    assertThat(bench.forecasts())
        .hasSize(77)
        .allSatisfy(
            forecast -> {
              assertThat(forecast.getTrigger()).isEqualTo(ForecastTrigger.DATA);
              assertThat(forecast.getQuality()).isEqualTo(ForecastQuality.NORMAL);
            });
  }

  @Test
  void shouldFallBackWhenTheAnnouncedModelDoesNotComeAndMendThatLater() throws Exception {
    bench.close();
    builder.holdLoading();
    bench = builder.start();
    bench.announce(1, "1", new LevelModel("1", 1));
    bench.history(LAST, 30);
    bench.clockAtCloseOf(LAST);
    bench.wait(Duration.ofSeconds(40));
    assertThat(bench.forecasts())
        .hasSize(77)
        .allSatisfy(
            forecast -> assertThat(forecast.getQuality()).isEqualTo(ForecastQuality.FALLBACK));

    builder.load();
    bench.rounds(3);

    assertThat(bench.forecasts())
        .hasSize(77)
        .allSatisfy(forecast -> assertThat(forecast.getTrigger()).isEqualTo(ForecastTrigger.MODEL));
  }

  @Test
  void shouldKeepTheLastGoodModelWhenABadOneIsAnnounced() throws Exception {
    loadedHistory();
    bench.announce(1, "1", new LevelModel("1", 1));
    bench.rounds(2);
    bench.forecasts();

    bench.announce(2, "2", bench.artifact("2", "something else"));
    bench.wait(PredictorBench.PATIENCE);

    assertThat(bench.forecasts()).isEmpty();
    assertThat(bench.rejections)
        .singleElement()
        .satisfies(rejection -> assertThat(rejection.getVersion()).isEqualTo("2"));
    bench.closeEverywhere(LAST.plusDays(1));
    bench.clockAtCloseOf(LAST.plusDays(1));
    bench.rounds(2);
    assertThat(bench.forecasts())
        .hasSize(77)
        .allSatisfy(forecast -> assertThat(forecast.getModelVersion()).isEqualTo("1"));
  }

  @Test
  void shouldServeTheLastGoodModelAlsoAfterARestartWhenOnlyTheBadOneIsStillAnnounced()
      throws Exception {
    loadedHistory();
    bench.announce(1, "1", new LevelModel("1", 1));
    bench.rounds(2);
    String bad = bench.artifact("2", "something else");
    bench.announce(2, "2", bad);
    bench.rounds(2);
    bench.forecasts();

    restart();
    bench.announce(2, "2", bad);
    bench.closeEverywhere(LAST.plusDays(1));
    bench.clockAtCloseOf(LAST.plusDays(1));
    bench.rounds(2);

    assertThat(bench.forecasts())
        .hasSize(77)
        .allSatisfy(forecast -> assertThat(forecast.getModelVersion()).isEqualTo("1"));
  }

  @Test
  void shouldWithdrawAModelThatMakesNonsenseOfRealDemand() throws Exception {
    loadedHistory();
    bench.announce(1, "1", new LevelModel("1", 1));
    bench.rounds(2);
    bench.forecasts();

    bench.announce(2, "2", new LevelModel("2", Double.NaN));
    bench.rounds(5);

    assertThat(bench.forecasts()).isEmpty();
    assertThat(bench.rejections)
        .singleElement()
        .satisfies(
            rejection ->
                assertThat(rejection.getReason())
                    .isEqualTo(ModelRejectionReason.IMPLAUSIBLE_OUTPUT));
  }

  @Test
  void shouldMakeTheEarlierForecastsAgainAfterARollBack() throws Exception {
    loadedHistory();
    bench.announce(1, "1", new LevelModel("1", 1));
    bench.rounds(2);
    List<Forecast> earlier = bench.forecasts();
    bench.announce(2, "2", new LevelModel("2", 2));
    bench.rounds(2);
    bench.forecasts();

    bench.announce(3, "1", new LevelModel("1", 1));
    bench.announce(2, "2", new LevelModel("2", 2));
    bench.rounds(5);

    List<Forecast> later = bench.forecasts();
    assertThat(later).hasSize(77);
    assertThat(later)
        .extracting(Forecast::getDays)
        .isEqualTo(earlier.stream().map(Forecast::getDays).toList());
    assertThat(later)
        .extracting(Forecast::getForecastId)
        .doesNotContainAnyElementsOf(earlier.stream().map(Forecast::getForecastId).toList());
  }

  @Test
  void shouldDoNothingWhenTheServingModelIsAnnouncedAgain() throws Exception {
    loadedHistory();
    bench.announce(1, "1", new LevelModel("1", 1));
    bench.rounds(2);
    bench.forecasts();

    bench.announce(2, "1", new LevelModel("1", 1));
    bench.wait(PredictorBench.PATIENCE);

    assertThat(bench.forecasts()).isEmpty();
  }

  @Test
  void shouldGiveTheSameInputTheSameIdentity(@TempDir Path other) {
    loadedHistory(bench);
    List<String> ids = bench.log().stream().map(Forecast::getForecastId).toList();
    try (PredictorBench again = PredictorBench.in(other).start()) {
      loadedHistory(again);

      assertThat(again.log().stream().map(Forecast::getForecastId).toList()).isEqualTo(ids);
    }
    assertThat(ids)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("\\d+-2020-09-10-1-[0-9a-f]{16}"));
  }

  @Test
  void shouldForecastWithTheModelFromAllZeroAndFromLittleHistory() throws Exception {
    bench.announce(1, "1", new LevelModel("1", 1));
    for (int back = 29; back >= 0; back--) {
      bench.close(1, LAST.minusDays(back), 0);
    }
    bench.close(2, LAST, 7);
    bench.city(LAST, 7);
    bench.clockAtCloseOf(LAST);
    bench.rounds(2);

    assertThat(bench.forecasts())
        .hasSize(2)
        .allSatisfy(forecast -> assertThat(forecast.getModelVersion()).isEqualTo("1"))
        .extracting(Forecast::getQuality)
        .containsExactly(ForecastQuality.NORMAL, ForecastQuality.COLD_START);
  }

  @Test
  void shouldCallACommunityNewUntilFourteenDaysAreKnown() throws Exception {
    bench.announce(1, "1", new LevelModel("1", 1));
    List<ForecastQuality> qualities = new ArrayList<>();
    for (int day = 0; day < 15; day++) {
      LocalDate closed = LAST.plusDays(day);
      bench.close(2, closed, 7);
      bench.city(closed, 7);
      bench.clockAtCloseOf(closed);
      bench.rounds(2);
      bench.forecasts().forEach(forecast -> qualities.add(forecast.getQuality()));
    }

    assertThat(qualities).hasSize(15);
    assertThat(qualities.subList(0, 13)).containsOnly(ForecastQuality.COLD_START);
    assertThat(qualities.subList(13, 15)).containsOnly(ForecastQuality.NORMAL);
  }

  @Test
  void shouldCallACommunityNewThatOpensAgainAfterMonths() throws Exception {
    bench.announce(1, "1", new LevelModel("1", 1));
    for (int back = 200; back >= 0; back--) {
      boolean open = back == 0 || back >= 100;
      bench.demand(
          2,
          LAST.minusDays(back),
          open ? 7 : 0,
          1,
          open ? DemandStatus.CLOSED : DemandStatus.OUT_OF_SERVICE);
    }
    bench.city(LAST, 7);
    bench.clockAtCloseOf(LAST);
    bench.rounds(2);

    assertThat(bench.forecasts())
        .extracting(Forecast::getQuality)
        .containsExactly(ForecastQuality.COLD_START);
  }

  @Test
  void shouldNotForecastWhereNoServiceRuns(@TempDir Path folder) throws Exception {
    bench.close();
    Path file = Files.writeString(folder.resolve("c.csv"), "community,from,to\n6,2020-09-01,\n");
    bench = builder.calendar(ServiceCalendar.load(file)).start();
    bench.demand(6, LAST, 0, 1, DemandStatus.OUT_OF_SERVICE);
    bench.close(7, LAST, 4);
    bench.city(LAST, 4);
    bench.clockAtCloseOf(LAST);
    bench.wait(PredictorBench.PATIENCE);

    assertThat(bench.forecasts()).extracting(Forecast::getCommunity).containsExactly("7");
  }

  @Test
  void shouldPassOverWhatIsNoForecastsBusiness() {
    loadedHistory();
    bench.demand(6, LAST.plusDays(1), 12, 1, DemandStatus.OPEN);
    bench.close(99, LAST.plusDays(1), 12);
    bench.tombstone(6, LAST);
    bench.wait(PredictorBench.PATIENCE);

    assertThat(bench.forecasts()).isEmpty();
    assertThat(bench.meters.counter("ridecast.demand.ignored", "reason", "tombstone").count())
        .isEqualTo(1);
    assertThat(
            bench.meters.counter("ridecast.demand.ignored", "reason", "unknown-community").count())
        .isEqualTo(1);
  }

  @Test
  void shouldCountForecastsOfCommunitiesAndCityByTriggerAndQuality() {
    loadedHistory();

    assertThat(
            bench
                .meters
                .counter("ridecast.forecasts", "trigger", "DATA", "quality", "FALLBACK")
                .count())
        .isEqualTo(77 + 1);
  }

  @Test
  void shouldKeepItsShape() throws Exception {
    String golden =
        new String(
            Objects.requireNonNull(getClass().getResourceAsStream("topology.txt")).readAllBytes(),
            StandardCharsets.UTF_8);

    assertThat(bench.description()).isEqualToIgnoringWhitespace(golden);
  }

  private void loadedHistory() {
    loadedHistory(bench);
    bench.log();
  }

  private static void loadedHistory(PredictorBench bench) {
    bench.clock(LAST.minusDays(30), 0, true);
    bench.history(LAST, 30);
    bench.clockAtCloseOf(LAST);
    bench.rounds(2);
    assertThat(bench.forecasts()).hasSize(77);
  }

  private void restart() {
    bench = bench.restart();
  }

  private static int count(int community, LocalDate day) {
    return community + day.getDayOfWeek().getValue();
  }

  private static Forecast only(List<Forecast> forecasts) {
    assertThat(forecasts).hasSize(1);
    return forecasts.get(0);
  }

  private static double firstMean(List<Forecast> forecasts, String community) {
    return forecasts.stream()
        .filter(forecast -> forecast.getCommunity().equals(community))
        .findFirst()
        .orElseThrow()
        .getDays()
        .get(0)
        .getMean();
  }
}

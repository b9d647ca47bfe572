package io.ridecast.predictor;

import static io.ridecast.predictor.PredictorBench.LAST;
import static io.ridecast.predictor.PredictorBench.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.Forecast;
import io.ridecast.records.ForecastQuality;
import io.ridecast.records.ForecastTrigger;
import io.ridecast.records.ModelRejectionReason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Models that come, go and turn out bad, and the forecasts that follow. */
class ModelsTopologyTest extends OnBench {
  @Test
  void shouldForecastAllCommunitiesWithANewModelAlthoughNoRideFlows() throws Exception {
    bench.settle();
    bench.announce(1, "1", new LevelModel("1", 1));
    bench.rounds(3);

    List<Forecast> forecasts = bench.out.forecasts();
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

    assertThat(bench.out.forecasts())
        .hasSize(77)
        .allSatisfy(
            forecast -> {
              assertThat(forecast.getModelVersion()).isEqualTo("2");
              assertThat(forecast.getDays().get(0).getMean())
                  .isEqualTo(2 * firstMean(forecasts, forecast.getCommunity()));
            });
  }

  @Test
  void shouldNeitherSkipNorRepeatAModelsRoundAcrossARestart() throws Exception {
    assertThat(bench.settle(new LevelModel("1", 1))).hasSize(77);

    bench = bench.restart();
    bench.in.clockAtCloseOf(LAST);
    bench.announce(1, "1", new LevelModel("1", 1));
    bench.wait(PATIENCE);
    assertThat(bench.out.forecasts()).as("not repeated").isEmpty();

    bench.announce(2, "2", new LevelModel("2", 2));
    bench = bench.restart();
    bench.in.clockAtCloseOf(LAST);
    bench.announce(2, "2", new LevelModel("2", 2));
    bench.rounds(2);
    assertThat(bench.out.forecasts())
        .as("not skipped")
        .hasSize(77)
        .allSatisfy(forecast -> assertThat(forecast.getTrigger()).isEqualTo(ForecastTrigger.MODEL));
  }

  @Test
  void shouldWaitForTheAnnouncedModelInsteadOfFallingBack() throws Exception {
    closeDaysWhileAModelLoads();
    bench.wait(Duration.ofSeconds(10));
    assertThat(bench.out.forecasts()).isEmpty();

    setup.loading.run();
    bench.rounds(3);

    assertThat(bench.out.forecasts())
        .hasSize(77)
        .allSatisfy(
            forecast -> {
              assertThat(forecast.getTrigger()).isEqualTo(ForecastTrigger.DATA);
              assertThat(forecast.getQuality()).isEqualTo(ForecastQuality.NORMAL);
            });
  }

  @Test
  void shouldFallBackWhenTheAnnouncedModelDoesNotComeAndMendThatLater() throws Exception {
    closeDaysWhileAModelLoads();
    bench.wait(Duration.ofSeconds(40));
    assertThat(bench.out.forecasts())
        .hasSize(77)
        .allSatisfy(
            forecast -> assertThat(forecast.getQuality()).isEqualTo(ForecastQuality.FALLBACK));

    setup.loading.run();
    bench.rounds(3);

    assertThat(bench.out.forecasts())
        .hasSize(77)
        .allSatisfy(forecast -> assertThat(forecast.getTrigger()).isEqualTo(ForecastTrigger.MODEL));
  }

  @Test
  void shouldKeepTheLastGoodModelWhenABadOneIsAnnounced() throws Exception {
    bench.settle(new LevelModel("1", 1));

    bench.in.announce(2, "2", setup.bundles.put("2", "something else"));
    bench.wait(PATIENCE);

    assertThat(bench.out.forecasts()).isEmpty();
    assertThat(bench.rejections)
        .singleElement()
        .satisfies(rejection -> assertThat(rejection.getVersion()).isEqualTo("2"));
    bench.in.passDay(LAST.plusDays(1));
    bench.rounds(2);
    assertThat(bench.out.forecasts())
        .hasSize(77)
        .allSatisfy(forecast -> assertThat(forecast.getModelVersion()).isEqualTo("1"));
  }

  @Test
  void shouldServeTheLastGoodModelAlsoAfterARestartWhenOnlyTheBadOneIsStillAnnounced()
      throws Exception {
    bench.settle(new LevelModel("1", 1));
    String bad = setup.bundles.put("2", "something else");
    bench.in.announce(2, "2", bad);
    bench.rounds(2);
    bench.out.forecasts();

    bench = bench.restart();
    bench.in.announce(2, "2", bad);
    bench.in.passDay(LAST.plusDays(1));
    bench.rounds(2);

    assertThat(bench.out.forecasts())
        .hasSize(77)
        .allSatisfy(forecast -> assertThat(forecast.getModelVersion()).isEqualTo("1"));
  }

  @Test
  void shouldWithdrawAModelThatMakesNonsenseOfRealDemand() throws Exception {
    bench.settle(new LevelModel("1", 1));

    bench.announce(2, "2", new LevelModel("2", Double.NaN));
    bench.rounds(5);

    assertThat(bench.out.forecasts()).isEmpty();
    assertThat(bench.rejections)
        .singleElement()
        .satisfies(
            rejection ->
                assertThat(rejection.getReason())
                    .isEqualTo(ModelRejectionReason.IMPLAUSIBLE_OUTPUT));
  }

  @Test
  void shouldMakeTheEarlierForecastsAgainAfterARollBack() throws Exception {
    List<Forecast> earlier = bench.settle(new LevelModel("1", 1));
    bench.announce(2, "2", new LevelModel("2", 2));
    bench.rounds(2);
    bench.out.forecasts();

    bench.announce(3, "1", new LevelModel("1", 1));
    bench.announce(2, "2", new LevelModel("2", 2));
    bench.rounds(5);

    List<Forecast> later = bench.out.forecasts();
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
    bench.settle(new LevelModel("1", 1));

    bench.announce(2, "1", new LevelModel("1", 1));
    bench.wait(PATIENCE);

    assertThat(bench.out.forecasts()).isEmpty();
  }

  private void closeDaysWhileAModelLoads() throws Exception {
    setup.loading.hold();
    bench.announce(1, "1", new LevelModel("1", 1));
    bench.in.history(LAST, 30);
    bench.in.clockAtCloseOf(LAST);
  }

  private static double firstMean(List<Forecast> forecasts, String community) {
    return PredictorOutput.newest(forecasts, community).getDays().get(0).getMean();
  }
}

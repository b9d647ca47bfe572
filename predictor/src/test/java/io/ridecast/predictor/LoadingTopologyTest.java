package io.ridecast.predictor;

import static io.ridecast.predictor.PredictorBench.LAST;
import static io.ridecast.predictor.PredictorBench.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.Forecast;
import io.ridecast.records.ForecastQuality;
import io.ridecast.records.ForecastTrigger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was there before a start, and the first forecasts. */
class LoadingTopologyTest extends OnBench {
  @Test
  void shouldForecastTheNewestOriginOfEveryCommunityOnceAfterLoading() {
    bench.in.clock(LAST.minusDays(30), 0, true);
    bench.in.history(LAST, 30);
    bench.rounds(3);
    assertThat(bench.out.forecasts()).isEmpty();

    bench.in.clockAtCloseOf(LAST);
    bench.rounds(200);

    List<Forecast> forecasts = bench.out.forecasts();
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
  void shouldForecastOnlyTheNewestOriginWhenTheClockIsHeardOfBeforeTheLastCloses() {
    bench.in.clock(LAST.minusDays(30), 0, true);
    bench.in.history(LAST.minusDays(2), 30);
    bench.in.clockAtCloseOf(LAST);
    bench.rounds(5);
    assertThat(bench.out.forecasts()).isEmpty();

    bench.in.closeEverywhere(LAST.minusDays(1));
    bench.rounds(5);
    bench.in.closeEverywhere(LAST);
    bench.rounds(5);

    assertThat(bench.out.forecasts())
        .hasSize(77)
        .allSatisfy(forecast -> assertThat(forecast.getOriginDate()).isEqualTo(LAST));
  }

  @Test
  void shouldReadToTheEndOfWhatWasThereBeforeItForecasts() {
    bench.close();
    long records = 77 * 3;
    bench = setup.lastAtStart(records - 1).start();
    bench.in.clockAtCloseOf(LAST);
    bench.in.closeEverywhere(LAST.minusDays(2));
    bench.in.closeEverywhere(LAST.minusDays(1));
    bench.wait(PATIENCE);
    assertThat(bench.out.forecasts()).isEmpty();

    bench.in.closeEverywhere(LAST);
    bench.rounds(3);

    assertThat(bench.out.forecasts())
        .hasSize(77)
        .allSatisfy(forecast -> assertThat(forecast.getOriginDate()).isEqualTo(LAST));
  }

  @Test
  void shouldNotForecastAnewAfterARestartWithoutNews() {
    bench.settle();

    bench = bench.restart();
    bench.in.clockAtCloseOf(LAST);
    bench.wait(PATIENCE);

    assertThat(bench.out.forecasts()).isEmpty();
  }
}

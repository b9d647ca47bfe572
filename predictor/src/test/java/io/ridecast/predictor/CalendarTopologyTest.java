package io.ridecast.predictor;

import static io.ridecast.predictor.PredictorBench.LAST;
import static io.ridecast.predictor.PredictorBench.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.ForecastQuality;
import io.ridecast.records.ForecastTrigger;
import org.junit.jupiter.api.Test;

/** Forecasts that no day brings: midnight, and an outage. */
class CalendarTopologyTest extends OnBench {
  @Test
  void shouldGoOnWithLaterLeadsAtMidnightAndSayWhenACloseIsOverdue() throws Exception {
    bench.settle(new LevelModel("1", 1));

    bench.in.clock(LAST.plusDays(1), 23, false);
    bench.wait(PATIENCE);
    assertThat(bench.out.forecasts()).isEmpty();

    for (int lead = 2; lead <= 5; lead++) {
      bench.in.clock(LAST.plusDays(lead), 0, false);
      bench.wait(PATIENCE);
      ForecastQuality quality = lead == 2 ? ForecastQuality.NORMAL : ForecastQuality.STALE;
      int first = lead;
      assertThat(bench.out.forecasts())
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

    bench.in.clock(LAST.plusDays(9), 0, false);
    bench.wait(PATIENCE);
    assertThat(bench.out.forecasts()).isEmpty();
  }

  @Test
  void shouldForecastByDataAgainWhenTheOutageEnds() {
    bench.settle();
    bench.in.clock(LAST.plusDays(4), 1, false);
    bench.wait(PATIENCE);
    assertThat(bench.out.forecasts()).hasSize(77);

    for (int day = 1; day <= 2; day++) {
      bench.in.closeEverywhere(LAST.plusDays(day));
    }
    bench.rounds(3);

    assertThat(bench.out.forecasts())
        .hasSize(77)
        .allSatisfy(
            forecast -> {
              assertThat(forecast.getTrigger()).isEqualTo(ForecastTrigger.DATA);
              assertThat(forecast.getOriginDate()).isEqualTo(LAST.plusDays(2));
              assertThat(forecast.getDays()).extracting("lead").containsExactly(2, 3, 4);
            });
  }
}

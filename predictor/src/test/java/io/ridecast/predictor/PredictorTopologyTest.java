package io.ridecast.predictor;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.DemandStatus;
import io.ridecast.records.Forecast;
import io.ridecast.records.ForecastQuality;
import io.ridecast.records.ForecastTrigger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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

  private void loadedHistory() {
    bench.clock(LAST.minusDays(30), 0, true);
    bench.history(LAST, 30);
    bench.clockAtCloseOf(LAST);
    bench.rounds(2);
    assertThat(bench.forecasts()).hasSize(77);
    bench.log();
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

  @Test
  void shouldNotForecastAnOpenDay() {
    loadedHistory();
    bench.demand(6, LAST.plusDays(1), 12, 1, DemandStatus.OPEN);
    bench.rounds(200);
    assertThat(bench.forecasts()).isEmpty();
  }
}

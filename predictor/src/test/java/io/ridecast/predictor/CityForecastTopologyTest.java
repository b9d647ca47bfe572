package io.ridecast.predictor;

import static io.ridecast.predictor.PredictorBench.LAST;
import static io.ridecast.predictor.PredictorBench.PATIENCE;
import static io.ridecast.predictor.PredictorInput.usual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ridecast.records.DemandStatus;
import io.ridecast.records.Forecast;
import io.ridecast.records.ForecastDay;
import io.ridecast.records.ForecastQuality;
import io.ridecast.records.ForecastTrigger;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CityForecastTopologyTest extends OnBench {
  @Test
  void shouldSumTheMeansOfAllCommunities() {
    bench.readHistory();

    List<Forecast> communities = bench.out.forecasts();
    Forecast city = onlyOfCity();

    assertThat(communities).hasSize(77);
    for (int day = 0; day < 3; day++) {
      assertThat(city.getDays().get(day).getMean()).isCloseTo(sum(communities, day), within(1e-6));
    }
    assertThat(city.getCommunity()).isEqualTo("CITY");
    assertThat(city.getOriginDate()).isEqualTo(LAST);
    assertThat(city.getDays()).extracting("lead").containsExactly(1, 2, 3);
    assertThat(city.getTrigger()).isEqualTo(ForecastTrigger.DATA);
    assertThat(city.getQuality()).isEqualTo(ForecastQuality.FALLBACK);
    assertThat(city.getModelVersion()).isEqualTo("fallback");
    assertThat(city.getCityIncluded()).isTrue();
    assertThat(city.getDemandRevisions()).hasSize(28).containsEntry("2020-09-10", 1);
    assertThat(city.getValidUntil()).isEqualTo("2020-09-12T05:00:00Z");
  }

  @Test
  void shouldSpreadTheTotalByTheCitysOwnDays() {
    bench.readHistory();

    ForecastDay day = onlyOfCity().getDays().get(0);

    // The bench's city has 3,000 rides a day: a Poisson count of the mean is all that spreads.
    assertThat(day.getP90() - day.getMean())
        .isCloseTo(1.2816 * Math.sqrt(day.getMean()), within(1e-6));
    assertThat(day.getP50()).isEqualTo(day.getMean());
  }

  @Test
  void shouldFollowEachRoundOfItsCommunitiesOnce() throws Exception {
    bench.readHistory();
    bench.out.ofCity();
    bench.announce(1, "1", new LevelModel("1", 1));
    bench.rounds(20);
    Forecast byModel = onlyOfCity();

    bench.in.demand(6, LAST, 500, 2, DemandStatus.CLOSED);
    bench.rounds(20);
    Forecast revised = onlyOfCity();
    bench.in.passDay(LAST.plusDays(1));
    bench.rounds(20);
    Forecast next = onlyOfCity();

    assertThat(byModel.getTrigger()).isEqualTo(ForecastTrigger.MODEL);
    assertThat(byModel.getModelVersion()).isEqualTo("1");
    assertThat(byModel.getRunId()).isEqualTo("run-1");
    assertThat(byModel.getQuality()).isEqualTo(ForecastQuality.NORMAL);
    assertThat(revised.getTrigger()).isEqualTo(ForecastTrigger.REVISION);
    assertThat(revised.getDays().get(0).getMean())
        .isCloseTo(byModel.getDays().get(0).getMean() + 500 - usual(6, LAST), within(1e-6));
    assertThat(next.getTrigger()).isEqualTo(ForecastTrigger.DATA);
    assertThat(next.getOriginDate()).isEqualTo(LAST.plusDays(1));
  }

  @Test
  void shouldWaitUntilNoCommunityIsMissing() {
    bench.readHistory();
    bench.out.ofCity();
    bench.out.forecasts();

    LocalDate day = LAST.plusDays(1);
    for (int community = 1; community < 77; community++) {
      bench.in.close(community, day, 10);
    }
    bench.in.closeCity(day, 3_000);
    bench.wait(PATIENCE);
    assertThat(bench.out.forecasts())
        .filteredOn(forecast -> forecast.getOriginDate().equals(day))
        .hasSize(76);
    assertThat(bench.out.ofCity()).isEmpty();

    bench.in.close(77, day, 10);
    bench.rounds(5);
    assertThat(onlyOfCity().getOriginDate()).isEqualTo(day);
  }

  @Test
  void shouldGoOnWithLaterLeadsAtMidnightAndTurnStaleWithItsCommunities() throws Exception {
    bench.readHistory();
    bench.announce(1, "1", new LevelModel("1", 1));
    bench.rounds(5);
    bench.out.ofCity();

    bench.in.clock(LAST.plusDays(2), 12, false);
    bench.wait(PATIENCE);

    Forecast city = onlyOfCity();
    assertThat(city.getTrigger()).isEqualTo(ForecastTrigger.CALENDAR);
    assertThat(city.getQuality()).isEqualTo(ForecastQuality.STALE);
    assertThat(city.getDays()).extracting("lead").containsExactly(2, 3, 4);
  }

  @Test
  void shouldLeaveOutACommunityThatNoServiceRunsIn() throws Exception {
    bench.close();
    bench = setup.noService(77, LAST.plusDays(1)).start();
    bench.readHistory();

    assertThat(bench.out.forecasts()).hasSize(76);
    assertThat(onlyOfCity().getDays().get(0).getMean()).isPositive();
  }

  @Test
  void shouldNotRepeatItselfAfterARestart() throws Exception {
    bench.announce(1, "1", new LevelModel("1", 1));
    bench.readHistory();
    bench.rounds(20);
    assertThat(onlyOfCity().getModelVersion()).isEqualTo("1");

    bench = bench.restart();
    bench.announce(1, "1", new LevelModel("1", 1));
    bench.in.clockAtCloseOf(LAST);
    bench.rounds(20);
    assertThat(bench.out.ofCity()).isEmpty();

    bench.announce(2, "2", new LevelModel("2", 2));
    bench.rounds(20);
    assertThat(onlyOfCity().getModelVersion()).isEqualTo("2");
  }

  private Forecast onlyOfCity() {
    List<Forecast> all = bench.out.ofCity();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static double sum(List<Forecast> communities, int day) {
    return communities.stream().mapToDouble(one -> one.getDays().get(day).getMean()).sum();
  }
}

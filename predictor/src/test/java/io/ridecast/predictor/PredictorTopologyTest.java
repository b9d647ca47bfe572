package io.ridecast.predictor;

import static io.ridecast.predictor.PredictorBench.LAST;
import static io.ridecast.predictor.PredictorBench.PATIENCE;
import static io.ridecast.predictor.PredictorInput.usual;
import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.DemandStatus;
import io.ridecast.records.Forecast;
import io.ridecast.records.ForecastQuality;
import io.ridecast.records.ForecastTrigger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days that close or change, and the forecasts that follow. */
class PredictorTopologyTest extends OnBench {
  @Test
  void shouldLogEveryForecastWithItsFeaturesAndPublishItWithout() throws Exception {
    bench.settle();
    bench.announce(1, "1", new LevelModel("1", 1));
    bench.rounds(1);

    List<Forecast> published = bench.out.forecasts();
    List<Forecast> logged = bench.out.log();
    assertThat(published).hasSize(77).allSatisfy(each -> assertThat(each.getFeatures()).isNull());
    assertThat(logged).hasSize(77);
    for (int i = 0; i < 77; i++) {
      Forecast log = logged.get(i);
      assertThat(log.getForecastId()).isEqualTo(published.get(i).getForecastId());
      float count = usual(Integer.parseInt(log.getCommunity()), LAST);
      assertThat(log.getFeatures())
          .containsExactly(List.of(count, 1f), List.of(count, 2f), List.of(count, 3f));
    }
  }

  @Test
  void shouldForecastADayThatClosesAtOnceWhenAllElseIsThere() {
    bench.settle();
    bench.in.closeCity(LAST.plusDays(1), 9_000);
    bench.in.close(6, LAST.plusDays(1), 50);
    bench.rounds(1);

    Forecast forecast = only(bench.out.forecasts());
    assertThat(forecast.getTrigger()).isEqualTo(ForecastTrigger.DATA);
    assertThat(forecast.getOriginDate()).isEqualTo(LAST.plusDays(1));
    assertThat(forecast.getCityIncluded()).isTrue();
  }

  @Test
  void shouldGoWithoutTheCityAfterAWhileAndSaySo() {
    bench.settle();
    bench.in.clockAtCloseOf(LAST.plusDays(1));
    bench.in.close(6, LAST.plusDays(1), 50);
    bench.wait(Duration.ofSeconds(4));
    assertThat(bench.out.forecasts()).isEmpty();

    bench.wait(Duration.ofSeconds(2));

    Forecast forecast =
        only(
            bench.out.forecasts().stream()
                .filter(each -> each.getCommunity().equals("6"))
                .toList());
    assertThat(forecast.getTrigger()).isEqualTo(ForecastTrigger.DATA);
    assertThat(forecast.getCityIncluded()).isFalse();
  }

  @Test
  void shouldForecastAgainWhenADayThatBearsOnItIsRevised() {
    bench.settle();
    bench.in.demand(6, LAST.minusDays(7), 99, 2, DemandStatus.CLOSED);
    bench.in.demand(6, LAST.minusDays(8), 98, 2, DemandStatus.CLOSED);
    bench.rounds(3);

    Forecast forecast = only(bench.out.forecasts());
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
    bench.settle();
    bench.in.demand(6, LAST.minusDays(28), 99, 2, DemandStatus.CLOSED);
    bench.in.demand(6, LAST.minusDays(3), usual(6, LAST.minusDays(3)), 2, DemandStatus.CLOSED);
    bench.wait(PATIENCE);

    assertThat(bench.out.forecasts()).isEmpty();
  }

  @Test
  void shouldGiveTheSameInputTheSameIdentity(@TempDir Path other) {
    bench.readHistory();
    List<String> ids = bench.out.log().stream().map(Forecast::getForecastId).toList();
    try (PredictorBench again = new PredictorSetup(other).start()) {
      again.readHistory();

      assertThat(again.out.log().stream().map(Forecast::getForecastId).toList()).isEqualTo(ids);
    }
    assertThat(ids)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("\\d+-2020-09-10-1-[0-9a-f]{16}"));
  }

  @Test
  void shouldForecastWithTheModelFromAllZeroAndFromLittleHistory() throws Exception {
    bench.announce(1, "1", new LevelModel("1", 1));
    for (int back = 29; back >= 0; back--) {
      bench.in.close(1, LAST.minusDays(back), 0);
    }
    bench.in.close(2, LAST, 7);
    bench.in.closeCity(LAST, 7);
    bench.rounds(2);

    assertThat(bench.out.forecasts())
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
      bench.in.close(2, closed, 7);
      bench.in.closeCity(closed, 7);
      bench.rounds(2);
      bench.out.forecasts().forEach(forecast -> qualities.add(forecast.getQuality()));
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
      bench.in.demand(
          2,
          LAST.minusDays(back),
          open ? 7 : 0,
          1,
          open ? DemandStatus.CLOSED : DemandStatus.OUT_OF_SERVICE);
    }
    bench.in.closeCity(LAST, 7);
    bench.rounds(2);

    assertThat(bench.out.forecasts())
        .extracting(Forecast::getQuality)
        .containsExactly(ForecastQuality.COLD_START);
  }

  @Test
  void shouldNotForecastWhereNoServiceRuns() throws Exception {
    bench.close();
    bench = setup.noService(6, LAST.minusDays(9)).start();
    bench.in.demand(6, LAST, 0, 1, DemandStatus.OUT_OF_SERVICE);
    bench.in.close(7, LAST, 4);
    bench.in.closeCity(LAST, 4);
    bench.wait(PATIENCE);

    assertThat(bench.out.forecasts()).extracting(Forecast::getCommunity).containsExactly("7");
  }

  @Test
  void shouldPassOverWhatIsNoForecastsBusiness() {
    bench.settle();
    bench.in.demand(6, LAST.plusDays(1), 12, 1, DemandStatus.OPEN);
    bench.in.close(99, LAST.plusDays(1), 12);
    bench.in.tombstone(6, LAST);
    bench.wait(PATIENCE);

    assertThat(bench.out.forecasts()).isEmpty();
    assertThat(bench.meters.counter("ridecast.demand.ignored", "reason", "tombstone").count())
        .isEqualTo(1);
    assertThat(
            bench.meters.counter("ridecast.demand.ignored", "reason", "unknown-community").count())
        .isEqualTo(1);
  }

  @Test
  void shouldCountForecastsOfCommunitiesAndCityByTriggerAndQuality() {
    bench.settle();

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

  private static Forecast only(List<Forecast> forecasts) {
    assertThat(forecasts).hasSize(1);
    return forecasts.get(0);
  }
}

package io.ridecast.forecasting.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.SyntheticCity;
import io.ridecast.forecasting.training.TinyTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backtest in which one community opens, one opens again, and one is closed for some days. */
class ColdStartBacktestTest {
  private static final int COMMUNITIES = 12;
  private static final LocalDate FROM = SyntheticCity.FIRST.plusDays(200);
  private static final LocalDate TO = FROM.plusDays(25);
  private static final Map<String, DemandSeries> DEMAND = SyntheticCity.demand(COMMUNITIES, 240, 3);
  private static final Community OPENED = community(4);
  private static final Community REOPENED = community(5);
  private static final Community CLOSED = community(6);

  /** The first day in service. */
  private static final LocalDate OPENING = FROM.plusDays(3);

  private static final LocalDate CLOSURE = FROM.plusDays(10);
  private static BacktestResult result;

  @BeforeAll
  static void run(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("calendar.csv"),
            "community,from,to\n%s,,%s\n%s,%s,%s\n%s,%s,%s\n"
                .formatted(
                    OPENED.key(),
                    OPENING.minusDays(1),
                    REOPENED.key(),
                    OPENING.minusDays(100),
                    OPENING.minusDays(1),
                    CLOSED.key(),
                    CLOSURE,
                    CLOSURE.plusDays(4)));
    ServiceCalendar calendar = ServiceCalendar.load(file);
    DemandPanel panel = InService.panel(DEMAND, calendar);
    result =
        new Backtest(panel, calendar, new BacktestPlan(FROM, TO, 14, 56, TinyTraining.PARAMETERS))
            .run(BacktestListener.NONE);
  }

  @Test
  void shouldForecastWhatOpensFromItsNeighbours() {
    for (Community community : List.of(OPENED, REOPENED)) {
      List<BacktestForecast> first = of(community, OPENING.minusDays(1));

      assertThat(first)
          .hasSize(3)
          .allSatisfy(forecast -> assertThat(forecast.mean()).isBetween(2.0, 120.0));
    }
  }

  @Test
  void shouldForecastNoDayOutOfServiceNorScoreIt() {
    assertThat(result.communities())
        .filteredOn(forecast -> forecast.community().equals(CLOSED.key()))
        .isNotEmpty()
        .noneMatch(
            forecast ->
                !forecast.date().isBefore(CLOSURE)
                    && !forecast.date().isAfter(CLOSURE.plusDays(4)));
    assertThat(result.communities())
        .filteredOn(forecast -> !forecast.date().isAfter(SyntheticCity.FIRST.plusDays(239)))
        .allMatch(forecast -> !Double.isNaN(forecast.actual()));
  }

  @Test
  void shouldLeaveForecastsWithoutAnActualOutOfTheScores() {
    List<BacktestForecast> known = result.communities();
    List<BacktestForecast> more = new java.util.ArrayList<>(known);
    known.stream().limit(200).map(each -> each.withActual(Double.NaN)).forEach(more::add);

    Score score = Scoreboard.of(known).overall(Method.RIDECAST);

    assertThat(Scoreboard.of(more).overall(Method.RIDECAST)).isEqualTo(score);
    List<BacktestForecast> zeros = new java.util.ArrayList<>(known);
    known.stream().limit(200).map(each -> each.withActual(0)).forEach(zeros::add);
    assertThat(Scoreboard.of(zeros).overall(Method.RIDECAST)).isNotEqualTo(score);
  }

  private static List<BacktestForecast> of(Community community, LocalDate origin) {
    return result.communities().stream()
        .filter(forecast -> forecast.community().equals(community.key()))
        .filter(forecast -> forecast.origin().equals(origin))
        .toList();
  }

  private static Community community(int index) {
    return Catalogue.chicago().communities().get(index);
  }
}

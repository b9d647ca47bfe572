package io.ridecast.forecasting.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.forecasting.circumstances.Circumstances;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.SyntheticCity;
import io.ridecast.forecasting.training.TinyTraining;
import io.ridecast.forecasting.weather.WeatherHistory;
import io.ridecast.forecasting.weather.WeatherMeasures;
import io.ridecast.forecasting.weather.WeatherReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What comes after an origin changes no forecast made at or before it, to the last bit: neither
 * through profiles, base levels and the city's sum, nor through calibration, scaling of weights,
 * drawn rows, refits, or the list of communities.
 */
class BacktestLookAheadTest {
  private static final LocalDate FROM = SyntheticCity.FIRST.plusDays(100);
  private static final LocalDate CUT = FROM.plusDays(24);
  private static final LocalDate TO = FROM.plusDays(32);
  private static final Map<String, DemandSeries> DEMAND =
      SyntheticCity.demand(5, (int) (TO.toEpochDay() - SyntheticCity.FIRST.toEpochDay()) + 4, 3);

  /** What else could have come after the cut. */
  enum Future {
    /** Nothing is known. */
    NONE,
    /** Fifty times as many rides. */
    RUSH,
    /** Nobody rides. */
    STANDSTILL,
    /** No service. */
    OUTAGE,
    /** Communities that were not there before. */
    NEW_COMMUNITIES
  }

  @ParameterizedTest
  @EnumSource(Future.class)
  void shouldForecastTheSameWhateverComesAfterTheOrigin(Future future) {
    BacktestResult other = backtest(with(future));

    BacktestResult original = backtest(DEMAND);

    assertThat(upToCut(other)).isEqualTo(upToCut(original)).hasSizeGreaterThan(24 * 5 * 3);
  }

  @Test
  void shouldForecastTheSameWhateverIsSaidOfTheWeatherAfterTheOrigin() {
    BacktestResult other = backtest(DEMAND, weather(true));

    BacktestResult original = backtest(DEMAND, weather(false));

    assertThat(upToCut(other)).isEqualTo(upToCut(original));
    assertThat(other.communities()).isNotEqualTo(original.communities());
    assertThat(upToCut(original)).isNotEqualTo(upToCut(backtest(DEMAND)));
  }

  @Test
  void shouldForecastDifferentlyAfterwards() {
    BacktestResult other = backtest(with(Future.RUSH));

    BacktestResult original = backtest(DEMAND);

    assertThat(other.communities()).isNotEqualTo(original.communities());
  }

  @Test
  void shouldJudgeAbsentDaysByWhatWasKnownBeforeTheFirstOrigin() {
    DailyCounts counts = new DailyCounts();
    counts.put("1", FROM, 3);
    counts.put("1", FROM.plusDays(1), 0);

    AbsentDays absent = counts.absentDays(FROM);

    assertThat(absent).isEqualTo(AbsentDays.ZERO);
    assertThat(counts.absentDays(FROM.plusDays(1))).isEqualTo(AbsentDays.MISSING);
  }

  private static BacktestResult backtest(Map<String, DemandSeries> demand) {
    return backtest(demand, WeatherHistory.none());
  }

  private static BacktestResult backtest(Map<String, DemandSeries> demand, WeatherHistory weather) {
    BacktestPlan plan = new BacktestPlan(FROM, TO, 12, 20, TinyTraining.PARAMETERS.withThreads(2));
    DemandPanel panel =
        DemandPanel.of(Catalogue.chicago(), demand)
            .in(Circumstances.usual().with(weather, Catalogue.chicago().serviceDay()));
    return new Backtest(panel, ServiceCalendar.always(), plan).run(BacktestListener.NONE);
  }

  /**
   * A service that forecasts three days every evening and observes at night.
   *
   * @param otherwise whether it says something else of all days once the cut's day is over
   */
  private static WeatherHistory weather(boolean otherwise) {
    SplittableRandom random = new SplittableRandom(5);
    List<WeatherReport> reports = new ArrayList<>();
    for (LocalDate day = SyntheticCity.FIRST; !day.isAfter(TO); day = day.plusDays(1)) {
      Instant evening = Catalogue.chicago().serviceDay().end(day).minusSeconds(3_600);
      for (int lead = 0; lead <= 3; lead++) {
        reports.add(report(day.plusDays(lead), evening, random.nextDouble(30)));
      }
    }
    if (otherwise) {
      Instant tooLate = Catalogue.chicago().serviceDay().end(CUT);
      for (LocalDate day = SyntheticCity.FIRST; !day.isAfter(TO); day = day.plusDays(1)) {
        reports.add(report(day, tooLate, random.nextDouble(30)));
      }
    }
    return WeatherHistory.of(reports);
  }

  private static WeatherReport report(LocalDate day, Instant issued, double tmax) {
    return new WeatherReport(
        day, issued, WeatherMeasures.of(tmax, null, Math.max(0, tmax - 20), null, null));
  }

  /** All forecasts made by the cut, without what came: that may well differ. */
  private static List<BacktestForecast> upToCut(BacktestResult result) {
    return Stream.concat(result.communities().stream(), result.city().stream())
        .filter(forecast -> !forecast.origin().isAfter(CUT))
        .map(forecast -> forecast.withActual(0))
        .toList();
  }

  private static Map<String, DemandSeries> with(Future future) {
    Map<String, DemandSeries> changed = new TreeMap<>();
    DEMAND.forEach((key, series) -> changed.put(key, changed(series, future)));
    if (future == Future.NEW_COMMUNITIES) {
      for (Community community : Catalogue.chicago().communities().subList(40, 60)) {
        changed.put(community.key(), DemandSeries.of(CUT.plusDays(1), 4_000, 3_000, 2_000));
      }
    }
    return changed;
  }

  private static DemandSeries changed(DemandSeries series, Future future) {
    if (future == Future.NONE) {
      return series.until(CUT);
    }
    DemandSeries changed = series;
    for (LocalDate day = CUT.plusDays(1); !day.isAfter(series.last()); day = day.plusDays(1)) {
      changed =
          switch (future) {
            case RUSH -> changed.with(day, 50 * series.at(day));
            case STANDSTILL -> changed.with(day, 0);
            case OUTAGE -> changed.with(day, Float.NaN);
            default -> changed;
          };
    }
    return changed;
  }
}

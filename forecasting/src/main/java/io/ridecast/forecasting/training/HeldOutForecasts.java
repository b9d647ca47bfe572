package io.ridecast.forecasting.training;

import io.ridecast.forecasting.boosting.RatioBoosters;
import io.ridecast.forecasting.boosting.RawForecast;
import io.ridecast.forecasting.calibration.ConformalCalibration;
import io.ridecast.forecasting.calibration.IntervalScores;
import io.ridecast.forecasting.calibration.Widening;
import io.ridecast.forecasting.features.FeatureRows;
import io.ridecast.forecasting.measures.Bias;
import io.ridecast.forecasting.measures.Coverage;
import io.ridecast.forecasting.measures.SeasonalNaive;
import io.ridecast.forecasting.measures.Wape;
import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Raw forecasts of days that their boosters have not seen, from daily origins, leads 1 to 7. */
final class HeldOutForecasts {
  private static final int REPORTED_LEADS = 3;

  record Pair(LocalDate target, int lead, RawForecast raw, double naive, double actual) {}

  private final List<Pair> pairs = new ArrayList<>();

  private HeldOutForecasts() {}

  static HeldOutForecasts of(List<Pair> pairs) {
    HeldOutForecasts forecasts = new HeldOutForecasts();
    forecasts.pairs.addAll(pairs);
    return forecasts;
  }

  List<Pair> pairs() {
    return pairs;
  }

  /** Forecasts of the days {@code from} to {@code to} from origins not before from - 1. */
  static HeldOutForecasts of(
      DemandPanel panel,
      RatioBoosters boosters,
      LocalDate from,
      LocalDate to,
      DoubleConsumer progress) {
    HeldOutForecasts forecasts = new HeldOutForecasts();
    long origins = to.toEpochDay() - from.toEpochDay() + 1;
    for (int index = 0; index < origins; index++) {
      forecasts.addOrigin(panel, boosters, from.plusDays(index - 1L), to);
      progress.accept((index + 1.0) / origins);
    }
    return forecasts;
  }

  /** The widening that the days {@code from} to {@code to} would have needed. */
  ConformalCalibration calibration(LocalDate from, LocalDate to) {
    IntervalScores scores = new IntervalScores(FeatureRows.LAST_LEAD);
    for (Pair pair : pairs) {
      if (!pair.target.isBefore(from) && !pair.target.isAfter(to)) {
        scores.add(pair.lead, pair.raw.low(), pair.raw.high(), pair.raw.base(), pair.actual);
      }
    }
    return scores.calibration();
  }

  /** How leads 1 to 3 of the days {@code from} to {@code to} came out. */
  HoldOutReport report(LocalDate from, LocalDate to, ConformalCalibration calibration) {
    Wape wape = new Wape();
    Wape naive = new Wape();
    Bias bias = new Bias();
    Coverage coverage = new Coverage();
    for (Pair pair : pairs) {
      if (pair.lead <= REPORTED_LEADS
          && !pair.target.isBefore(from)
          && !pair.target.isAfter(to)
          && !Double.isNaN(pair.naive)) {
        Widening widening = calibration.of(pair.lead);
        RawForecast raw = pair.raw;
        wape.add(raw.median(), pair.actual);
        naive.add(pair.naive, pair.actual);
        bias.add(raw.mean(), pair.actual);
        coverage.add(
            widening.lower(raw.low(), raw.median(), raw.high(), raw.base()),
            widening.upper(raw.low(), raw.median(), raw.high(), raw.base()),
            pair.actual);
      }
    }
    return new HoldOutReport(
        from, to, coverage.pairs(), wape.value(), naive.value(), bias.value(), coverage.value());
  }

  private void addOrigin(
      DemandPanel panel, RatioBoosters boosters, LocalDate origin, LocalDate lastTarget) {
    int leads =
        (int) Math.min(FeatureRows.LAST_LEAD, lastTarget.toEpochDay() - origin.toEpochDay());
    OriginForecasts.of(panel, boosters, origin, leads)
        .forEach(
            (community, lead, raw) ->
                add(panel.demand(community).orElseThrow(), origin, lead, raw));
  }

  private void add(DemandSeries demand, LocalDate origin, int lead, RawForecast raw) {
    LocalDate target = origin.plusDays(lead);
    double actual = demand.at(target);
    if (!Double.isNaN(actual)) {
      pairs.add(new Pair(target, lead, raw, SeasonalNaive.forecast(demand, origin, lead), actual));
    }
  }
}

package io.ridecast.forecasting.training;

import io.ridecast.forecasting.boosting.RatioBoosters;
import io.ridecast.forecasting.boosting.RawForecast;
import io.ridecast.forecasting.calibration.ConformalCalibration;
import io.ridecast.forecasting.calibration.IntervalScores;
import io.ridecast.forecasting.calibration.Widening;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.features.CityState;
import io.ridecast.forecasting.features.FeatureList;
import io.ridecast.forecasting.features.FeatureRows;
import io.ridecast.forecasting.holidays.HolidayCalendar;
import io.ridecast.forecasting.measures.Bias;
import io.ridecast.forecasting.measures.Coverage;
import io.ridecast.forecasting.measures.SeasonalNaive;
import io.ridecast.forecasting.measures.Wape;
import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    CityState city = CityState.at(origin, panel.city(), HolidayCalendar.unitedStates());
    List<Community> communities = panel.catalogue().communities();
    float[] rows = new float[communities.size() * leads * FeatureList.size()];
    double[] bases = new double[communities.size() * leads];
    for (int index = 0; index < communities.size(); index++) {
      Optional<DemandSeries> demand = panel.demand(communities.get(index));
      if (demand.isPresent()) {
        FeatureRows features = new FeatureRows(communities.get(index), demand.get(), city);
        for (int lead = 1; lead <= leads; lead++) {
          int row = index * leads + lead - 1;
          features.fill(lead, rows, row * FeatureList.size());
          bases[row] = features.base(lead);
        }
      }
    }
    float[] ratios = boosters.predict(rows, bases.length);
    for (int index = 0; index < communities.size(); index++) {
      Optional<DemandSeries> demand = panel.demand(communities.get(index));
      if (demand.isPresent()) {
        for (int lead = 1; lead <= leads; lead++) {
          add(demand.get(), origin, lead, bases, ratios, index * leads + lead - 1);
        }
      }
    }
  }

  private void add(
      DemandSeries demand, LocalDate origin, int lead, double[] bases, float[] ratios, int row) {
    LocalDate target = origin.plusDays(lead);
    double actual = demand.at(target);
    if (!Double.isNaN(actual)) {
      pairs.add(
          new Pair(
              target,
              lead,
              RawForecast.of(bases[row], ratios, row),
              SeasonalNaive.forecast(demand, origin, lead),
              actual));
    }
  }
}

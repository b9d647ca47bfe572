package io.ridecast.forecasting.training;

import io.ridecast.forecasting.boosting.RatioBoosters;
import io.ridecast.forecasting.boosting.RawForecast;
import io.ridecast.forecasting.calibration.ColdCalibration;
import io.ridecast.forecasting.calibration.ConformalCalibration;
import io.ridecast.forecasting.calibration.IntervalScores;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.features.CityShares;
import io.ridecast.forecasting.features.FeatureRows;
import io.ridecast.forecasting.measures.Bias;
import io.ridecast.forecasting.measures.Coverage;
import io.ridecast.forecasting.measures.SeasonalNaive;
import io.ridecast.forecasting.measures.Wape;
import io.ridecast.forecasting.model.DayForecast;
import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/** Raw forecasts of days that their boosters have not seen, from daily origins, leads 1 to 7. */
public final class HeldOutForecasts {
  /** The furthest lead that is reported on: what is published every day. */
  public static final int REPORTED_LEADS = 3;

  private final List<HeldOutForecast> forecasts = new ArrayList<>();
  private final List<ColdForecast> cold = new ArrayList<>();

  private HeldOutForecasts() {}

  /** Those that are given, none of them cold. */
  public static HeldOutForecasts of(List<HeldOutForecast> given) {
    return of(given, List.of());
  }

  /** Those that are given. */
  public static HeldOutForecasts of(List<HeldOutForecast> given, List<ColdForecast> givenCold) {
    HeldOutForecasts forecasts = new HeldOutForecasts();
    forecasts.forecasts.addAll(given);
    forecasts.cold.addAll(givenCold);
    return forecasts;
  }

  /**
   * Forecasts of the days {@code from} to {@code to} from origins not before {@code from} - 1.
   *
   * @param shares that new communities are forecast from
   * @param progress hears the share that is done
   */
  public static HeldOutForecasts of(
      DemandPanel panel,
      RatioBoosters boosters,
      CityShares shares,
      LocalDate from,
      LocalDate to,
      DoubleConsumer progress) {
    HeldOutForecasts forecasts = new HeldOutForecasts();
    long origins = to.toEpochDay() - from.toEpochDay() + 1;
    for (int index = 0; index < origins; index++) {
      forecasts.addOrigin(panel, boosters, shares, from.plusDays(index - 1L), to);
      progress.accept((index + 1.0) / origins);
    }
    return forecasts;
  }

  /** All of them, without the cold ones. */
  public List<HeldOutForecast> all() {
    return List.copyOf(forecasts);
  }

  /** Those of a part of the communities as if they had just opened, on the same days. */
  public List<ColdForecast> cold() {
    return List.copyOf(cold);
  }

  /** These and those of {@code later}, without target days before {@code from}. */
  public HeldOutForecasts followedBy(HeldOutForecasts later, LocalDate from) {
    return of(
        Stream.concat(forecasts.stream(), later.forecasts.stream())
            .filter(forecast -> !forecast.target().isBefore(from))
            .toList(),
        Stream.concat(cold.stream(), later.cold.stream())
            .filter(each -> !each.forecast().target().isBefore(from))
            .toList());
  }

  /** Whether a model gave the same ratio to the base level throughout: it learnt nothing. */
  public boolean constant() {
    return forecasts.stream()
            .mapToDouble(forecast -> forecast.raw().mean() / forecast.raw().base())
            .mapToObj(ratio -> Math.round(ratio * 1e6))
            .distinct()
            .limit(2)
            .count()
        < 2;
  }

  /** The first target day; empty without any forecast. */
  public Optional<LocalDate> first() {
    return forecasts.stream().map(HeldOutForecast::target).min(LocalDate::compareTo);
  }

  /** The last target day; empty without any forecast. */
  public Optional<LocalDate> last() {
    return forecasts.stream().map(HeldOutForecast::target).max(LocalDate::compareTo);
  }

  /** The widening that the days {@code from} to {@code to} would have needed. */
  public ConformalCalibration calibration(LocalDate from, LocalDate to) {
    IntervalScores scores = new IntervalScores(FeatureRows.LAST_LEAD);
    for (HeldOutForecast forecast : forecasts) {
      if (forecast.within(from, to)) {
        RawForecast raw = forecast.raw();
        scores.add(forecast.lead(), raw.low(), raw.high(), raw.base(), forecast.actual());
      }
    }
    return scores.calibration();
  }

  /** The same for communities with few known days; empty where none was held out so. */
  Optional<ColdCalibration> coldCalibration(LocalDate from, LocalDate to) {
    IntervalScores scores = new IntervalScores(ColdCalibration.GROUPS);
    boolean any = false;
    for (ColdForecast each : cold) {
      HeldOutForecast forecast = each.forecast();
      if (forecast.within(from, to)) {
        RawForecast raw = forecast.raw();
        scores.add(
            ColdCalibration.group(each.knownDays()),
            raw.low(),
            raw.high(),
            raw.base(),
            forecast.actual());
        any = true;
      }
    }
    return any ? Optional.of(ColdCalibration.of(scores.calibration())) : Optional.empty();
  }

  /** How leads 1 to 3 of the days {@code from} to {@code to} came out. */
  public HoldOutReport report(LocalDate from, LocalDate to, ConformalCalibration calibration) {
    Wape wape = new Wape();
    Wape naive = new Wape();
    Bias bias = new Bias();
    Coverage coverage = new Coverage();
    for (HeldOutForecast forecast : forecasts) {
      if (forecast.lead() <= REPORTED_LEADS
          && forecast.within(from, to)
          && !Double.isNaN(forecast.naive())) {
        DayForecast day = forecast.calibrated(calibration);
        wape.add(day.p50(), forecast.actual());
        naive.add(forecast.naive(), forecast.actual());
        bias.add(day.mean(), forecast.actual());
        coverage.add(day.p10(), day.p90(), forecast.actual());
      }
    }
    return new HoldOutReport(
        from, to, coverage.pairs(), wape.value(), naive.value(), bias.value(), coverage.value());
  }

  private void addOrigin(
      DemandPanel panel,
      RatioBoosters boosters,
      CityShares shares,
      LocalDate origin,
      LocalDate lastTarget) {
    int leads =
        (int) Math.min(FeatureRows.LAST_LEAD, lastTarget.toEpochDay() - origin.toEpochDay());
    OriginForecasts.of(panel, boosters, shares, origin, leads)
        .forEach(
            (community, days, lead, raw) ->
                come(panel, community, origin, lead, raw).ifPresent(forecasts::add));
    OriginForecasts.ofColdStarts(panel, boosters, shares, origin, leads)
        .forEach(
            (community, days, lead, raw) ->
                come(panel, community, origin, lead, raw)
                    .ifPresent(forecast -> cold.add(new ColdForecast(days, forecast))));
  }

  /** A forecast with what came; empty where that is not known. */
  private static Optional<HeldOutForecast> come(
      DemandPanel panel, Community community, LocalDate origin, int lead, RawForecast raw) {
    DemandSeries demand = panel.demand(community).orElseThrow();
    LocalDate target = origin.plusDays(lead);
    double actual = demand.at(target);
    double naive = SeasonalNaive.forecast(demand, origin, lead);
    return Double.isNaN(actual)
        ? Optional.empty()
        : Optional.of(new HeldOutForecast(community.key(), target, lead, raw, naive, actual));
  }
}

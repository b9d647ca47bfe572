package io.ridecast.monitor.scoring;

import io.ridecast.forecasting.measures.Bias;
import io.ridecast.forecasting.measures.Coverage;
import io.ridecast.forecasting.measures.Mase;
import io.ridecast.forecasting.measures.PinballLoss;
import io.ridecast.forecasting.measures.Wape;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the forecasts of one lead met what came, over a trailing window of days.
 *
 * @param lead days from the origin
 * @param from first day of the window
 * @param to last day of the window
 * @param pairs how many forecasts were compared
 * @param actualRides sum of what came
 * @param wape of the median; NaN without rides
 * @param bias of the mean, positive is too high; NaN without rides
 * @param mase of the median; NaN where the naive made no error
 * @param pinballP10 mean loss of the 10 % quantile, rides
 * @param pinballP50 mean loss of the median, rides
 * @param pinballP90 mean loss of the 90 % quantile, rides
 * @param coverage share of days within the 10 % and 90 % quantiles
 * @param intervalWidth mean distance of these quantiles, rides
 * @param naiveWape of the 7-day seasonal naive, without the pairs for which it has no day to go by
 * @param modelVersion version behind the newest of the forecasts
 */
public record Accuracy(
    int lead,
    LocalDate from,
    LocalDate to,
    int pairs,
    long actualRides,
    double wape,
    double bias,
    double mase,
    double pinballP10,
    double pinballP50,
    double pinballP90,
    double coverage,
    double intervalWidth,
    double naiveWape,
    String modelVersion) {
  /** Four whole weeks: every weekday counts alike. */
  public static final int WINDOW_DAYS = 28;

  private static final Comparator<Pair> BY_AGE =
      Comparator.comparing(Pair::date).thenComparing(pair -> pair.forecast().generatedAt());

  /** The first day of the window that ends on a day. */
  public static LocalDate windowFrom(LocalDate to) {
    return to.minusDays(WINDOW_DAYS - 1L);
  }

  /**
   * The accuracy over the window that ends on {@code to}. The fallback's forecasts and a model's
   * are never mixed: only those of the newest pair's kind count, so that the window starts anew
   * when the first model takes over. Versions of the model are mixed: the figure is what users got.
   *
   * @param pairs any; those of other leads or outside the window are left out
   * @return empty without a pair
   */
  public static Optional<Accuracy> of(int lead, LocalDate to, Collection<Pair> pairs) {
    LocalDate from = windowFrom(to);
    List<Pair> inside =
        pairs.stream()
            .filter(pair -> pair.lead() == lead)
            .filter(pair -> !pair.date().isBefore(from) && !pair.date().isAfter(to))
            .toList();
    return inside.stream()
        .max(BY_AGE)
        .map(
            newest ->
                measured(
                    from,
                    to,
                    newest,
                    inside.stream()
                        .filter(pair -> pair.forecast().fallback() == newest.forecast().fallback())
                        .toList()));
  }

  private static Accuracy measured(LocalDate from, LocalDate to, Pair newest, List<Pair> pairs) {
    Wape wape = new Wape();
    Bias bias = new Bias();
    Mase mase = new Mase();
    PinballLoss low = new PinballLoss(0.1);
    PinballLoss middle = new PinballLoss(0.5);
    PinballLoss high = new PinballLoss(0.9);
    Coverage coverage = new Coverage();
    Wape naiveWape = new Wape();
    double rides = 0;
    double width = 0;
    for (Pair pair : pairs) {
      PastForecast forecast = pair.forecast();
      wape.add(forecast.p50(), pair.actual());
      bias.add(forecast.mean(), pair.actual());
      mase.add(forecast.p50(), pair.naive(), pair.actual());
      low.add(forecast.p10(), pair.actual());
      middle.add(forecast.p50(), pair.actual());
      high.add(forecast.p90(), pair.actual());
      coverage.add(forecast.p10(), forecast.p90(), pair.actual());
      if (!Double.isNaN(pair.naive())) {
        naiveWape.add(pair.naive(), pair.actual());
      }
      rides += pair.actual();
      width += forecast.p90() - forecast.p10();
    }
    return new Accuracy(
        newest.lead(),
        from,
        to,
        pairs.size(),
        Math.round(rides),
        wape.value(),
        bias.value(),
        mase.value(),
        low.value(),
        middle.value(),
        high.value(),
        coverage.value(),
        width / pairs.size(),
        naiveWape.value(),
        newest.forecast().modelVersion());
  }
}

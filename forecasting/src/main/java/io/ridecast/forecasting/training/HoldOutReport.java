package io.ridecast.forecasting.training;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the candidate did on days that it had not seen, leads 1 to 3 from daily origins.
 *
 * @param from first held-out day
 * @param to last held-out day
 * @param forecasts pairs of forecast and actual
 * @param wape of the median
 * @param naiveWape of the 7-day seasonal naive on the same pairs
 * @param bias of the mean
 * @param coverage share of actuals within P10 to P90
 */
public record HoldOutReport(
    LocalDate from,
    LocalDate to,
    long forecasts,
    double wape,
    double naiveWape,
    double bias,
    double coverage) {

  /** Whether the model may be announced: strictly better than the 7-day seasonal naive. */
  public boolean beatsSeasonalNaive() {
    return wape < naiveWape;
  }

  /** The measures by the names that announcements give them. */
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("holdout.wape", wape);
    metrics.put("holdout.naive_wape", naiveWape);
    metrics.put("holdout.wape_ratio", wape / naiveWape);
    metrics.put("holdout.bias", bias);
    metrics.put("holdout.coverage", coverage);
    metrics.put("holdout.forecasts", (double) forecasts);
    return metrics;
  }
}

package io.ridecast.trainer.steps;

import io.ridecast.forecasting.training.HoldOutReport;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the gate decides on.
 *
 * @param report how the candidate did on the days of the report
 * @param constant whether it gave the same answer throughout
 * @param lastDay the last day that the model to serve knows
 * @param challenge the comparison with the champion, where there is one
 * @param remark why there is no comparison although there is a champion; empty otherwise
 */
public record Evidence(
    HoldOutReport report,
    boolean constant,
    LocalDate lastDay,
    Optional<Challenge> challenge,
    String remark) {

  /** The measures by the names that announcements give them. */
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>(report.metrics());
    challenge.ifPresent(
        against -> {
          metrics.put("champion.error_ratio", against.error().ratio());
          metrics.put("champion.error_ratio_low", against.error().low());
          metrics.put("champion.error_ratio_high", against.error().high());
        });
    return metrics;
  }
}

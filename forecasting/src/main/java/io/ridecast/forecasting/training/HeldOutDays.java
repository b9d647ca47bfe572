package io.ridecast.forecasting.training;

import java.time.LocalDate;

/**
 * The last days of a history, which a candidate does not see: the first part calibrates its
 * intervals, the second reports how good it is.
 *
 * @param first the first day that the candidate has not seen
 * @param reportFrom the first day that the report is made on
 * @param last the last day
 */
public record HeldOutDays(LocalDate first, LocalDate reportFrom, LocalDate last) {
  /** Days of history that a training needs. */
  public static final int NEEDED_DAYS = 90;

  /** Target days that a candidate is at least fitted on. */
  private static final int LEAST_FITTED_DAYS = 14;

  /**
   * Those of {@code panel}: as many to calibrate on as were asked for, fewer where the history is
   * short.
   *
   * @throws HistoryTooShort below {@link #NEEDED_DAYS} days with a count
   */
  public static HeldOutDays of(DemandPanel panel, TrainingParameters parameters) {
    int taken = TrainingRows.DAYS_BEFORE + LEAST_FITTED_DAYS + parameters.holdOutDays();
    int needed = Math.max(NEEDED_DAYS, taken + 1);
    int days = panel.city().known();
    if (days < needed) {
      throw new HistoryTooShort(days, needed);
    }
    LocalDate reportFrom = panel.last().minusDays(parameters.holdOutDays() - 1L);
    int calibrationDays = Math.min(parameters.calibrationDays(), days - taken);
    return new HeldOutDays(reportFrom.minusDays(calibrationDays), reportFrom, panel.last());
  }

  /** The last day that the candidate is fitted on. */
  public LocalDate lastFitted() {
    return first.minusDays(1);
  }
}

package io.ridecast.forecasting.backtest;

import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.ModelTraining;
import io.ridecast.forecasting.training.TrainingParameters;
import java.time.LocalDate;

/**
 * Which origins are forecast from, and how often the model is fitted anew.
 *
 * @param from the first origin
 * @param to the last one
 * @param refitDays days from one fit to the next
 * @param calibrationDays days whose errors the intervals are calibrated on, every day anew
 * @param parameters of each fit
 */
public record BacktestPlan(
    LocalDate from,
    LocalDate to,
    int refitDays,
    int calibrationDays,
    TrainingParameters parameters) {
  /** Days to a forecast's furthest day. */
  public static final int LEADS = 3;

  /** Days between fits, and to calibrate on, unless something else is asked for. */
  public static final int REFIT_DAYS = 28;

  private static final int CALIBRATION_DAYS = 56;

  /** A first fit needs a base level, and some weeks to learn from. */
  private static final int LEAST_FITTED_DAYS = 42;

  /** Refuses what cannot be carried out. */
  public BacktestPlan {
    if (to.isBefore(from)) {
      throw new BacktestRefused(
          "the last origin, %s, lies before the first, %s".formatted(to, from));
    }
    if (refitDays < 1 || calibrationDays < 1) {
      throw new IllegalArgumentException("refits and calibrations take at least a day");
    }
  }

  /** The usual plan: fitted every 28 days, calibrated on 56. */
  public static BacktestPlan usual(LocalDate from, LocalDate to, TrainingParameters parameters) {
    return new BacktestPlan(from, to, REFIT_DAYS, CALIBRATION_DAYS, parameters);
  }

  /** This plan with other days between fits. */
  public BacktestPlan withRefitDays(int days) {
    return new BacktestPlan(from, to, days, calibrationDays, parameters);
  }

  /**
   * This plan for what {@code panel} holds: ends with its last day.
   *
   * @throws BacktestRefused when the first origin has less than 90 days of history, or lies behind
   *     the last day
   */
  BacktestPlan within(DemandPanel panel) {
    LocalDate last = panel.last();
    if (from.isAfter(last)) {
      throw new BacktestRefused(
          "the first origin, %s, lies behind the last day with demand, %s".formatted(from, last));
    }
    int days = from.isBefore(panel.first()) ? 0 : panel.until(from).city().known();
    if (days < ModelTraining.NEEDED_DAYS) {
      throw new BacktestRefused(
          "up to the first origin, %s, the history holds %d days of demand and a backtest needs %d:"
                  .formatted(from, days, ModelTraining.NEEDED_DAYS)
              + " begin %d days later or give more history"
                  .formatted(ModelTraining.NEEDED_DAYS - days));
    }
    return to.isAfter(last)
        ? new BacktestPlan(from, last, refitDays, calibrationDays, parameters)
        : this;
  }

  /** The origin that the rehearsal begins with, whose errors calibrate the first intervals. */
  LocalDate rehearsalFrom(LocalDate firstDay) {
    LocalDate earliest = firstDay.plusDays(LEAST_FITTED_DAYS);
    LocalDate start = from;
    while (start.isAfter(from.minusDays(calibrationDays))
        && !start.minusDays(rehearsalStep()).isBefore(earliest)) {
      start = start.minusDays(rehearsalStep());
    }
    return start;
  }

  /** Whether the model is fitted anew at {@code origin}. */
  boolean refitsAt(LocalDate origin) {
    long days = origin.toEpochDay() - from.toEpochDay();
    return Math.floorMod(days, days < 0 ? rehearsalStep() : refitDays) == 0;
  }

  private int rehearsalStep() {
    return Math.min(refitDays, REFIT_DAYS);
  }
}

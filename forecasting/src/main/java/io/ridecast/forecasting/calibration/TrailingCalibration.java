package io.ridecast.forecasting.calibration;

import java.time.LocalDate;
import java.util.TreeMap;

/**
 * Calibrates anew every day on the errors of the last days: an interval that was right in spring is
 * not in summer. Scores are kept by target day, so that none is used before its day was known.
 */
public final class TrailingCalibration {
  private final int days;
  private final int leads;
  private final TreeMap<LocalDate, IntervalScores> byTarget = new TreeMap<>();

  /**
   * A calibration without any scores.
   *
   * @param days how many target days up to the origin are used
   * @param leads the leads from 1 on that are calibrated
   */
  public TrailingCalibration(int days, int leads) {
    this.days = days;
    this.leads = leads;
  }

  /** Adds a raw interval whose target day has come, in rides; a missing actual is left out. */
  public void add(LocalDate target, int lead, double low, double high, double base, double actual) {
    byTarget
        .computeIfAbsent(target, day -> new IntervalScores(leads))
        .add(lead, low, high, base, actual);
  }

  /** The widenings for forecasts from {@code origin}; later targets are not looked at. */
  public ConformalCalibration at(LocalDate origin) {
    IntervalScores recent = new IntervalScores(leads);
    byTarget.subMap(origin.minusDays(days), false, origin, true).values().forEach(recent::addAll);
    return recent.calibration();
  }

  /** Lets go of scores that no origin from {@code origin} on uses. */
  public void forgetBefore(LocalDate origin) {
    byTarget.headMap(origin.minusDays(days), true).clear();
  }
}

package io.ridecast.forecasting.calibration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the city's totals from origin to origin: gives each forecast its interval, and learns
 * from how those came out whose day has come.
 */
public final class CityScores {
  private final List<CityInterval> leads = new ArrayList<>();
  private final Map<LocalDate, List<Pending>> pending = new HashMap<>();

  private record Pending(int lead, double mean, TotalInterval interval) {}

  /**
   * Scores of the leads from 1 on.
   *
   * @param leads how many
   * @param days the target days whose totals an interval rests on
   */
  public CityScores(int leads, int days) {
    for (int lead = 1; lead <= leads; lead++) {
      this.leads.add(new CityInterval(days));
    }
  }

  /** Learns a day's total, in rides; NaN is missing. Days come in their order. */
  public void learn(LocalDate day, double total) {
    List<Pending> come = pending.remove(day);
    if (come != null) {
      come.forEach(
          past -> leads.get(past.lead() - 1).learn(day, past.mean(), past.interval(), total));
    }
  }

  /** The interval around a forecast total; remembered until its day has come. */
  public TotalInterval forecast(LocalDate origin, int lead, double mean) {
    TotalInterval interval = leads.get(lead - 1).around(origin, mean);
    pending
        .computeIfAbsent(origin.plusDays(lead), day -> new ArrayList<>())
        .add(new Pending(lead, mean, interval));
    return interval;
  }

  /** What intervals from {@code origin} on are made with; empty while too few totals have come. */
  public Optional<CityCalibration> calibration(LocalDate origin) {
    List<TotalInterval> perRide =
        leads.stream().flatMap(lead -> lead.perRide(origin).stream()).toList();
    return perRide.size() < leads.size()
        ? Optional.empty()
        : Optional.of(new CityCalibration(perRide));
  }
}

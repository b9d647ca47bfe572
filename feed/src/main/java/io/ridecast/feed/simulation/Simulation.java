package io.ridecast.feed.simulation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which days are simulated.
 *
 * @param seed of the city
 * @param ridesPerDay rides on a day in the mean over a year
 * @param historyDays days sent at once, before the live ones
 * @param firstLiveDay the first local day that happens live
 * @param liveDays how many live days there are; empty for no end
 */
public record Simulation(
    long seed,
    double ridesPerDay,
    int historyDays,
    LocalDate firstLiveDay,
    Optional<Integer> liveDays) {
  private static final LocalDate DEFAULT_FIRST_LIVE_DAY = LocalDate.of(2024, 6, 4);
  private static final int DEFAULT_HISTORY_DAYS = 400;
  private static final long DEFAULT_SEED = 77;

  public Simulation {
    if (historyDays < 1) {
      throw new IllegalArgumentException("some history is needed, but days is " + historyDays);
    }
    if (!(ridesPerDay > 0)) {
      throw new IllegalArgumentException("rides per day must be above 0, not " + ridesPerDay);
    }
  }

  /** 400 days, about a million rides, before the 4th of June 2024, then live without end. */
  public static Simulation usual() {
    return new Simulation(
        DEFAULT_SEED,
        SimulatedCity.DEFAULT_RIDES_PER_DAY,
        DEFAULT_HISTORY_DAYS,
        DEFAULT_FIRST_LIVE_DAY,
        Optional.empty());
  }

  public Simulation withSeed(long other) {
    return new Simulation(other, ridesPerDay, historyDays, firstLiveDay, liveDays);
  }

  public Simulation withRidesPerDay(double other) {
    return new Simulation(seed, other, historyDays, firstLiveDay, liveDays);
  }

  public Simulation withHistoryDays(int other) {
    return new Simulation(seed, ridesPerDay, other, firstLiveDay, liveDays);
  }

  public Simulation withLiveDays(int other) {
    return new Simulation(seed, ridesPerDay, historyDays, firstLiveDay, Optional.of(other));
  }

  /** The first local day. */
  public LocalDate firstDay() {
    return firstLiveDay.minusDays(historyDays);
  }
}

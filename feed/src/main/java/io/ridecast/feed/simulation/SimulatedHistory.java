package io.ridecast.feed.simulation;

import io.ridecast.records.Ride;
import java.time.LocalDate;
import java.util.function.Consumer;

/** The history of a simulated Chicago as rides in a row, for those who need no feed. */
public final class SimulatedHistory {
  private final Simulation simulation;

  /** The days of {@code simulation} before its first live one. */
  public SimulatedHistory(Simulation simulation) {
    this.simulation = simulation;
  }

  /** The first local day. */
  public LocalDate firstDay() {
    return simulation.firstDay();
  }

  /** The last local day. */
  public LocalDate lastDay() {
    return simulation.firstLiveDay().minusDays(1);
  }

  /** Hands over every report of a ride, day by day; some rides are reported twice. */
  public void forEach(Consumer<Ride> rides) {
    SimulatedCity city =
        new SimulatedCity("simulated", simulation.seed(), simulation.ridesPerDay());
    for (LocalDate day = firstDay(); !day.isAfter(lastDay()); day = day.plusDays(1)) {
      city.day(day, (ride, arrivesAt) -> rides.accept(ride));
    }
  }
}

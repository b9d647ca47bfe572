package io.ridecast.feed.simulation;

import io.ridecast.forecasting.catalogue.ServiceDay;
import java.time.Duration;
import java.time.Instant;

/**
 * The instants between which a simulation runs.
 *
 * @param start of the first day
 * @param historyEnd where the live part begins: the first live day's start with the grace of the
 *     day before, so that the last day of the history closes at once
 * @param end of the live part
 */
record SimulatedSpan(Instant start, Instant historyEnd, Instant end) {

  static SimulatedSpan of(Simulation simulation, ServiceDay days, Duration grace) {
    return new SimulatedSpan(
        days.start(simulation.firstDay()),
        days.start(simulation.firstLiveDay()).plus(grace),
        simulation
            .liveDays()
            .map(live -> days.start(simulation.firstLiveDay().plusDays(live)).plus(grace))
            .orElse(Instant.MAX));
  }
}

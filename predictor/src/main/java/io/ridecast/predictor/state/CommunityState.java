package io.ridecast.predictor.state;

import io.ridecast.predictor.demand.DemandHistory;
import io.ridecast.predictor.horizon.CurrentForecast;
import io.ridecast.predictor.horizon.Standing;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.ForecastTrigger;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that a task keeps of one community.
 *
 * @param history its closed days
 * @param current its newest forecast
 * @param revised whether a day that bears on that forecast has changed since
 */
public record CommunityState(
    DemandHistory history, Optional<CurrentForecast> current, boolean revised) {

  /** A community of which nothing is known yet. */
  public static CommunityState empty() {
    return new CommunityState(DemandHistory.empty(), Optional.empty(), false);
  }

  /** What decides whether it needs a forecast. */
  public Standing standing() {
    return new Standing(history.newest(), current, revised);
  }

  /** The state after a day has been closed, revised, or declared out of service. */
  public CommunityState after(DailyDemand day) {
    OptionalInt rides =
        day.getStatus() == DemandStatus.CLOSED
            ? OptionalInt.of(day.getRides())
            : OptionalInt.empty();
    boolean changed = !history.rides(day.getDate()).equals(rides);
    boolean bearing = changed && standing().bears(day.getDate());
    return new CommunityState(
        history.with(day.getDate(), rides, day.getRevision()), current, revised || bearing);
  }

  /** The state after a forecast; only a new model leaves a revision to be told of. */
  public CommunityState after(CurrentForecast forecast, ForecastTrigger trigger) {
    boolean stillRevised = revised && trigger == ForecastTrigger.MODEL;
    return new CommunityState(history, Optional.of(forecast), stillRevised);
  }
}

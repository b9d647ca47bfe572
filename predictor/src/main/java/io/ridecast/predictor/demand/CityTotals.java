package io.ridecast.predictor.demand;

import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.records.CityDemand;
import io.ridecast.records.DemandStatus;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalInt;

/** The city's closed days, as every instance holds them. One thread writes, any may read. */
public final class CityTotals {
  private volatile DemandHistory history = DemandHistory.empty();

  /** Takes over a day; one that is still open says nothing yet. */
  public void accept(CityDemand day) {
    if (day.getStatus() == DemandStatus.OPEN) {
      return;
    }
    OptionalInt rides =
        day.getStatus() == DemandStatus.CLOSED
            ? OptionalInt.of(day.getRides())
            : OptionalInt.empty();
    history = history.with(day.getDate(), rides, day.getRevision());
  }

  /** Whether that day's total is known. */
  public boolean knows(LocalDate day) {
    return history.newest().filter(newest -> !newest.isBefore(day)).isPresent();
  }

  /** The totals up to a day. */
  public DemandSeries series(LocalDate until) {
    return history.series(until);
  }

  /** The revisions of the last days up to an origin, by ISO date. */
  public Map<String, Integer> revisions(LocalDate origin, int days) {
    return history.revisions(origin, days);
  }
}

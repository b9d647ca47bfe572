package io.ridecast.benchmarks.input;

import io.ridecast.forecasting.catalogue.ServiceDay;
import io.ridecast.records.Ride;
import io.ridecast.records.RideWatermark;
import io.ridecast.schemas.topics.DemandKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts the first rides by community and day, each id once. */
final class PlainCounts implements InputSink {
  private final ServiceDay serviceDay;
  private final int first;
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> cells = new HashSet<>();
  private long seen;

  PlainCounts(ServiceDay serviceDay, int first) {
    this.serviceDay = serviceDay;
    this.first = first;
  }

  @Override
  public void ride(int partition, long offset, Ride ride) {
    String cell = DemandKey.of(ride.getCommunity(), serviceDay.of(ride.getStartedAt()));
    cells.add(cell);
    if (seen++ < first && ids.add(ride.getRideId())) {
      counts.merge(cell, 1, Integer::sum);
    }
  }

  @Override
  public void watermark(int partition, RideWatermark watermark) {
    // A plain count knows no promises.
  }

  /** Rides of the first ones, by community and day. */
  Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }

  /** How many communities' days any ride at all is of. */
  int cells() {
    return cells.size();
  }
}

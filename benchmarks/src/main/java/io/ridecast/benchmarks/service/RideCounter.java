package io.ridecast.benchmarks.service;

import io.micrometer.core.instrument.Counter;
import io.ridecast.aggregator.AggregatorService;
import java.util.List;

/** How many rides an aggregator has read, by its own metrics: reading them disturbs nothing. */
public final class RideCounter {
  private final List<Counter> outcomes;

  /** Of a service that is started. */
  public RideCounter(AggregatorService service) {
    outcomes = List.copyOf(service.meters().find("ridecast.rides").counters());
  }

  /** All rides, whatever became of them. */
  public long rides() {
    long sum = 0;
    for (Counter outcome : outcomes) {
      sum += (long) outcome.count();
    }
    return sum;
  }
}

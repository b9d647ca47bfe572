package io.ridecast.aggregator;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** What the aggregator measures of itself. */
final class AggregatorMeters {
  private final SimpleMeterRegistry meters;

  AggregatorMeters(SimpleMeterRegistry meters) {
    this.meters = meters;
  }

  double counter(String name, String tag, String value) {
    return meters.get(name).tag(tag, value).counter().count();
  }

  double ledgerGauge(String outcome) {
    return meters
        .get("ridecast.ledger.rides")
        .tag("partition", "0")
        .tag("outcome", outcome)
        .gauge()
        .value();
  }

  double gauge(String name) {
    return meters.get(name).gauge().value();
  }
}

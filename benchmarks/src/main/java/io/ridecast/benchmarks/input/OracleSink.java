package io.ridecast.benchmarks.input;

import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.oracle.CountingRules;
import io.ridecast.oracle.Expectation;
import io.ridecast.oracle.Oracle;
import io.ridecast.records.Ride;
import io.ridecast.records.RideWatermark;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Shows the input to the oracle. */
final class OracleSink implements InputSink {
  private final Oracle oracle;
  private final Instant appendedAt;

  OracleSink(Scenario scenario) {
    this.oracle =
        new Oracle(
            new CountingRules(
                scenario.catalogue(),
                ServiceCalendar.always(),
                InputWalk.PARTITIONS,
                Set.of(InputWalk.FEED),
                Duration.ofHours(2),
                Duration.ofDays(14)));
    this.appendedAt = scenario.closes();
  }

  @Override
  public void ride(int partition, long offset, Ride ride) {
    oracle.ride(partition, offset, ride, appendedAt);
  }

  @Override
  public void watermark(int partition, RideWatermark watermark) {
    oracle.watermark(partition, watermark);
  }

  Expectation expectation() {
    return oracle.expectation();
  }
}

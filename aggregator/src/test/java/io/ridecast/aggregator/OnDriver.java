package io.ridecast.aggregator;

import org.junit.jupiter.api.AutoClose;

/** Tests of the topology: each begins with an empty aggregator, and may begin another one. */
abstract class OnDriver {
  /** Where the first day begins. */
  static final String FROM = "2020-10-01T05:00:00Z";

  static final String NOON_1 = "2020-10-01T17:00:00Z";
  static final String NOON_2 = "2020-10-02T17:00:00Z";

  /** Two hours after the end of the day. */
  static final String CLOSES_1 = "2020-10-02T07:00:00Z";

  static final String CLOSES_2 = "2020-10-03T07:00:00Z";

  @AutoClose AggregatorDriver driver = new AggregatorDriver();
}

package io.ridecast.aggregator;

import static io.ridecast.aggregator.AggregatorDriver.ride;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AggregatorTopologyTest {

  @Test
  void shouldCloseADayWithItsRidesAndWithZeros() {
    try (AggregatorDriver driver = new AggregatorDriver()) {
      driver.ride(ride("a", "1", "2020-10-01T12:00:00Z"));
      driver.ride(ride("b", "1", "2020-10-01T13:00:00Z"));

      driver.promise("2020-10-01T05:00:00Z", "2020-10-02T07:00:00Z");

      assertThat(driver.demandLines())
          .containsExactly("1 2020-10-01 2 r1 CLOSED", "2 2020-10-01 0 r1 CLOSED");
    }
  }
}

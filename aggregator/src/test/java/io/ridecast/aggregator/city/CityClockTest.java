package io.ridecast.aggregator.city;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.aggregator.city.CityClock.Time;
import io.ridecast.aggregator.city.PartitionReport.Reached;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CityClockTest {
  private static final Instant ONE = Instant.parse("2020-09-01T07:00:00Z");
  private static final Instant TWO = Instant.parse("2020-09-02T07:00:00Z");
  private final CityClock clock = new CityClock(2);

  @Test
  void shouldStandStillUntilAllPartitionsHaveComeSomewhere() {
    assertThat(clock.report(new Reached(0, ONE, false))).isEmpty();
    assertThat(clock.report(new Reached(1, null, false))).isEmpty();
  }

  @Test
  void shouldShowTheSlowestPartition() {
    clock.report(new Reached(0, TWO, false));

    assertThat(clock.report(new Reached(1, ONE, false))).contains(new Time(ONE, false));
    assertThat(clock.report(new Reached(1, TWO, false))).contains(new Time(TWO, false));
  }

  @Test
  void shouldSayNothingWhenNothingChanges() {
    clock.report(new Reached(0, ONE, false));
    clock.report(new Reached(1, ONE, false));

    assertThat(clock.report(new Reached(1, TWO, false))).isEmpty();
  }

  @Test
  void shouldBeLoadingWhileAnyPartitionIs() {
    clock.report(new Reached(0, ONE, true));

    assertThat(clock.report(new Reached(1, ONE, false))).contains(new Time(ONE, true));
    assertThat(clock.report(new Reached(0, ONE, false))).contains(new Time(ONE, false));
  }

  @Test
  void shouldNotGoBack() {
    clock.report(new Reached(0, TWO, false));
    clock.report(new Reached(1, TWO, false));

    assertThat(clock.report(new Reached(0, ONE, false))).isEmpty();
    assertThat(clock.report(new Reached(0, ONE, true))).contains(new Time(TWO, true));
  }

  @Test
  void shouldGoOnAfterARestart() {
    clock.restore(new Reached(0, ONE, false));
    clock.restore(new Reached(1, ONE, false));
    clock.restore(new Time(ONE, false));

    assertThat(clock.report(new Reached(1, ONE, false))).isEmpty();
    clock.report(new Reached(1, TWO, false));
    assertThat(clock.report(new Reached(0, TWO, false))).contains(new Time(TWO, false));
  }
}

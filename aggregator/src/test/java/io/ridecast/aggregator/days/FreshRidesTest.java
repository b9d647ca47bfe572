package io.ridecast.aggregator.days;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreshRidesTest {
  private final CommunityRoster roster =
      new CommunityRoster(Catalogue.chicago(), ServiceCalendar.always(), 0, 1);
  private final FreshRides fresh = new FreshRides();
  private final DayCount one = new DayCount(roster.place("1"), 18_000);
  private final DayCount other = new DayCount(roster.place("32"), 18_001);

  @Test
  void shouldMakeABlockOfEachCountsRidesInTheOrderInWhichTheyCame() {
    fresh.add(one, 7);
    fresh.add(other, 8);
    fresh.add(one, 0);

    assertThat(blocks()).containsExactly("1 on 18000: [7, 0]", "32 on 18001: [8]");
    assertThat(fresh.counts()).containsExactly(one, other);
    assertThat(fresh.size()).isEqualTo(3);
  }

  @Test
  void shouldHandOverARideOnce() {
    fresh.add(one, 7);
    fresh.add(other, 8);

    fresh.clear();
    assertThat(fresh.size()).isZero();
    assertThat(fresh.counts()).isEmpty();
    fresh.add(other, 9);

    assertThat(blocks()).containsExactly("32 on 18001: [9]");
  }

  @Test
  void shouldHoldMoreRidesAndCountsThanItBeginsWith() {
    List<String> expected = new ArrayList<>();
    for (int day = 0; day < 100; day++) {
      DayCount count = new DayCount(roster.place("1"), day);
      for (int id = 0; id < 5; id++) {
        fresh.add(count, id);
      }
      expected.add("1 on " + day + ": [0, 1, 2, 3, 4]");
    }

    assertThat(blocks()).isEqualTo(expected);
  }

  private List<String> blocks() {
    List<String> lines = new ArrayList<>();
    RideBlock.read(
        RideBlock.of(fresh, roster),
        (community, day, row, from, to) ->
            lines.add(
                community
                    + " on "
                    + day
                    + ": "
                    + Arrays.toString(Arrays.copyOfRange(row, from, to))));
    return lines;
  }
}

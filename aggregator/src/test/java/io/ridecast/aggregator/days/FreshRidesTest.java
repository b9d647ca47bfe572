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
      new CommunityRosters(Catalogue.chicago(), ServiceCalendar.always(), 1).of(0);
  private final FreshRides fresh = new FreshRides();
  private final DayCount one = new DayCount(roster.place(1), 18_000);
  private final DayCount other = new DayCount(roster.place(32), 18_001);

  @Test
  void shouldMakeABlockOfEachCountsRidesInTheOrderInWhichTheyCame() {
    fresh.take(one, 7);
    fresh.take(other, 8);
    fresh.take(one, 0);

    assertThat(fresh.count()).isEqualTo(new Written(3, 0));
    assertThat(blocks()).containsExactly("1 on 18000: [7, 0]", "32 on 18001: [8]");
    assertThat(fresh.grownByDay()).containsExactly(List.of(one), List.of(other));
  }

  @Test
  void shouldPutTheRidesOfADayTogether() {
    DayCount before = new DayCount(roster.place(2), 18_000);
    fresh.take(other, 1);
    fresh.take(one, 2);
    fresh.take(other, 3);
    fresh.take(before, 4);

    fresh.count();

    assertThat(fresh.grownByDay()).containsExactly(List.of(one, before), List.of(other));
    assertThat(blocks())
        .containsExactly("1 on 18000: [2]", "2 on 18000: [4]", "32 on 18001: [1, 3]");
  }

  @Test
  void shouldLeaveDuplicatesOut() {
    one.add(7);
    fresh.take(one, 7);
    fresh.take(other, 7);
    fresh.take(other, 7);
    fresh.take(other, 8);

    assertThat(fresh.count()).isEqualTo(new Written(2, 2));
    assertThat(blocks()).containsExactly("32 on 18001: [7, 8]");
    assertThat(fresh.grownByDay()).containsExactly(List.of(other));
    assertThat(other.rides()).isEqualTo(2);
  }

  @Test
  void shouldHandOverARideOnce() {
    fresh.take(one, 7);
    fresh.take(other, 8);
    fresh.count();

    fresh.clear();
    assertThat(fresh.isEmpty()).isTrue();
    fresh.take(other, 9);
    fresh.count();

    assertThat(blocks()).containsExactly("32 on 18001: [9]");
  }

  @Test
  void shouldHoldMoreRidesAndCountsThanItBeginsWith() {
    List<String> expected = new ArrayList<>();
    for (int day = 0; day < 100; day++) {
      DayCount count = new DayCount(roster.place(1), day);
      for (int id = 0; id < 5; id++) {
        fresh.take(count, id);
      }
      expected.add("1 on " + day + ": [0, 1, 2, 3, 4]");
    }

    fresh.count();

    assertThat(blocks()).isEqualTo(expected);
  }

  private List<String> blocks() {
    List<String> lines = new ArrayList<>();
    RideBlock.read(
        RideBlock.of(fresh, roster, DaySpan.NONE),
        (community, day, revision, row, from, to) ->
            lines.add(
                community
                    + " on "
                    + day
                    + ": "
                    + Arrays.toString(Arrays.copyOfRange(row, from, to))));
    return lines;
  }
}

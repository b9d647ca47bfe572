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
  private final DayCounts day = new DayCounts(18_000, roster.size(), roster.size());
  private final DayCounts next = new DayCounts(18_001, roster.size(), roster.size());

  @Test
  void shouldMakeABlockOfEachCountsRidesInTheOrderInWhichTheyCame() {
    take(day, 1, 7);
    take(next, 32, 8);
    take(day, 1, 0);

    assertThat(fresh.count()).isEqualTo(new Written(3, 0));
    assertThat(blocks()).containsExactly("1 on 18000: [7, 0]", "32 on 18001: [8]");
    assertThat(fresh.grown()).containsExactly(day, next);
  }

  @Test
  void shouldPutTheRidesOfADayTogether() {
    take(next, 32, 1);
    take(day, 1, 2);
    take(next, 32, 3);
    take(day, 2, 4);

    fresh.count();

    assertThat(fresh.grown()).containsExactly(day, next);
    assertThat(blocks())
        .containsExactly("1 on 18000: [2]", "2 on 18000: [4]", "32 on 18001: [1, 3]");
  }

  @Test
  void shouldLeaveDuplicatesOut() {
    day.count(roster.place(1), 7);
    take(day, 1, 7);
    take(next, 32, 7);
    take(next, 32, 7);
    take(next, 32, 8);

    assertThat(fresh.count()).isEqualTo(new Written(2, 2));
    assertThat(blocks()).containsExactly("32 on 18001: [7, 8]");
    assertThat(fresh.grown()).containsExactly(next);
    assertThat(next.rides(roster.place(32))).isEqualTo(2);
  }

  @Test
  void shouldHandOverARideOnce() {
    take(day, 1, 7);
    take(next, 32, 8);
    fresh.count();

    fresh.clear();
    assertThat(fresh.isEmpty()).isTrue();
    take(next, 32, 9);
    fresh.count();

    assertThat(blocks()).containsExactly("32 on 18001: [9]");
  }

  @Test
  void shouldHoldMoreRidesAndCountsThanItBeginsWith() {
    List<String> expected = new ArrayList<>();
    for (int n = 0; n < 100; n++) {
      DayCounts another = new DayCounts(n, roster.size(), roster.size());
      for (int community = 1; community <= 20; community++) {
        take(another, community, 7);
        take(another, community, 8);
        expected.add("%d on %d: [7, 8]".formatted(community, n));
      }
    }

    fresh.count();

    assertThat(blocks()).isEqualTo(expected);
  }

  private void take(DayCounts of, int community, long id) {
    fresh.take(of, roster.place(community), id);
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

package io.ridecast.aggregator.days;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.DemandStatus;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DayCountsTest {
  private static final int COMMUNITIES = 10_000;

  private final DayCounts day = new DayCounts(18_000, COMMUNITIES, COMMUNITIES);

  @Test
  void shouldCountTheSameIdOnceInEachCommunity() {
    for (int community = 0; community < COMMUNITIES; community++) {
      assertThat(day.count(community, 7)).isTrue();
      assertThat(day.count(community, 7)).isFalse();
      assertThat(day.rides(community)).isEqualTo(1);
    }
    assertThat(day.total()).isEqualTo(COMMUNITIES);
  }

  /**
   * Ids and communities that differ in a few bits only, where a poor mix would take one for
   * another.
   */
  @Test
  void shouldTellRidesApartByCommunityAndId() {
    Random random = new Random(1);
    Set<String> expected = new HashSet<>();
    for (int n = 0; n < 200_000; n++) {
      int community = random.nextInt(64);
      long id = random.nextInt(4_096);
      assertThat(day.count(community, id)).isEqualTo(expected.add(community + "/" + id));
    }
    assertThat(day.total()).isEqualTo(expected.size());
  }

  @Test
  void shouldKnowOnlyCommunitiesWhereSomebodyRode() {
    day.count(3, 7);
    day.restore(5, 7);
    day.restore(5, new Publication(1, 1, DemandStatus.CLOSED));

    Set<Integer> communities = new HashSet<>();
    day.forEach(communities::add);

    assertThat(communities).containsExactlyInAnyOrder(3, 5);
    assertThat(day.published(3)).isEqualTo(Publication.NONE);
    assertThat(day.published(4)).isEqualTo(Publication.NONE);
  }

  @Test
  void shouldKeepTheLatestOfWhatWasSaid() {
    Publication later = new Publication(3, 2, DemandStatus.CLOSED);
    day.restore(5, later);
    day.restore(5, new Publication(2, 1, DemandStatus.OPEN));

    assertThat(day.published(5)).isEqualTo(later);
  }
}

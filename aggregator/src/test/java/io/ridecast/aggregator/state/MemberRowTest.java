package io.ridecast.aggregator.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.aggregator.days.Membership;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MemberRowTest {
  private static final Membership ALWAYS = new Membership(Integer.MIN_VALUE, Integer.MAX_VALUE);
  private static final Membership ENDED = new Membership(Integer.MIN_VALUE, 18_000);

  @Test
  void shouldSayTheDaysOfARunOfCommunitiesOnce() {
    Map<Integer, Membership> members = new LinkedHashMap<>();
    members.put(7, ALWAYS);
    members.put(3, ALWAYS);
    members.put(8, ENDED);

    assertThat(row(members))
        .containsExactly(
            Integer.MIN_VALUE, Integer.MAX_VALUE, 2, 7, 3, Integer.MIN_VALUE, 18_000, 1, 8);
  }

  @Test
  void shouldReadWhatItWrote() {
    Random random = new Random(7);
    for (int size = 0; size < 200; size++) {
      Map<Integer, Membership> members = new LinkedHashMap<>();
      for (int n = 0; n < size; n++) {
        Membership own = new Membership(17_000 + random.nextInt(3), 18_000 + random.nextInt(3));
        members.put(random.nextInt(Integer.MAX_VALUE), random.nextBoolean() ? ALWAYS : own);
      }

      Map<Integer, Membership> read = new LinkedHashMap<>();
      MemberRow.read(row(members), read::put);

      assertThat(read).isEqualTo(members);
    }
  }

  private static long[] row(Map<Integer, Membership> members) {
    return MemberRow.of(action -> members.forEach(action::member));
  }
}

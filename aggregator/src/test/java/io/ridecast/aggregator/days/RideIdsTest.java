package io.ridecast.aggregator.days;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RideIdsTest {
  private final RideIds ids = new RideIds();

  @Test
  void shouldTakeEachIdOnce() {
    assertThat(ids.add(7)).isTrue();
    assertThat(ids.add(7)).isFalse();
    assertThat(ids.size()).isEqualTo(1);
  }

  @Test
  void shouldTakeTheIdThatIsZero() {
    assertThat(ids.add(0)).isTrue();
    assertThat(ids.add(0)).isFalse();
    assertThat(ids.size()).isEqualTo(1);
  }

  @Test
  void shouldHandOverNewIdsOnceAndInOrder() {
    ids.add(3);
    ids.add(0);
    ids.add(3);
    ids.add(1);

    assertThat(drained()).containsExactly(3, 0, 1);
    assertThat(ids.fresh()).isZero();
  }

  @Test
  void shouldKnowRestoredIdsWithoutHandingThemOverAgain() {
    ids.restore(new long[] {9, 5, 0, 5, 9}, 1, 4);

    assertThat(ids.size()).isEqualTo(2);
    assertThat(ids.add(5)).isFalse();
    assertThat(ids.add(0)).isFalse();
    assertThat(ids.fresh()).isZero();
  }

  @Test
  void shouldHoldManyIdsWhateverTheirBits() {
    Random random = new Random(1);
    Set<Long> expected = new HashSet<>();
    for (int n = 0; n < 20_000; n++) {
      // Few low bits, so that slots collide.
      long id = random.nextInt(30_000) * 1_024L;
      assertThat(ids.add(id)).isEqualTo(expected.add(id));
    }
    assertThat(ids.size()).isEqualTo(expected.size());
  }

  private long[] drained() {
    long[] row = new long[ids.fresh()];
    assertThat(ids.drain(row, 0)).isEqualTo(row.length);
    return row;
  }
}

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
}

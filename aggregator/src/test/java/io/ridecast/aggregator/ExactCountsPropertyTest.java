package io.ridecast.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.aggregator.RandomWorlds.World;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever happens, in whatever order: the aggregator says what the oracle says. A failure prints
 * the shortest course of events that still fails.
 */
class ExactCountsPropertyTest {

  @Property(tries = 1_200, seed = "2019", edgeCases = EdgeCasesMode.NONE)
  void shouldSayWhatTheOracleSays(
      @ForAll("worlds") World world, @ForAll("steps") List<Step> steps) {
    try (Trial trial = new Trial(world)) {
      steps.forEach(trial::happen);

      assertThat(trial.violations()).isEmpty();
    }
  }

  @Provide
  Arbitrary<World> worlds() {
    return RandomWorlds.worlds();
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return RandomWorlds.steps();
  }
}

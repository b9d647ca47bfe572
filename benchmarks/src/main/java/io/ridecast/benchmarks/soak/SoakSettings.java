package io.ridecast.benchmarks.soak;

import io.ridecast.runtime.settings.Environment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How long and how hard.
 *
 * @param rate rides a second
 * @param every how often memory is looked at
 * @param flags of the aggregator's JVM
 * @param plot where the picture goes
 */
public record SoakSettings(
    Duration length, int rate, Duration every, List<String> flags, Path work, Path plot) {

  /** Reads MINUTES, RATE and JVM_FLAGS. */
  public static SoakSettings from(Environment environment, Path work) {
    int minutes = environment.integer("MINUTES", 20, 1, 10_000);
    return new SoakSettings(
        Duration.ofMinutes(minutes),
        environment.integer("RATE", 20_000, 1, 1_000_000),
        Duration.ofSeconds(5),
        List.of(environment.text("JVM_FLAGS", "-Xmx512m @bin/aggregator.jvm").split(" +", -1)),
        work,
        work.resolveSibling("soak.svg"));
  }
}

package io.ridecast.benchmarks.ladder;

import io.ridecast.runtime.settings.Environment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How the ladder is climbed.
 *
 * @param rides of the input
 * @param shortRides of the input for what is slow
 * @param rounds of which the median is taken
 * @param warmUps unrated runs before the first round, for the broker's sake
 * @param flags of the measured JVMs
 * @param profile whether to record where time goes
 */
public record LadderSettings(
    List<Variant> variants,
    int rides,
    int shortRides,
    int rounds,
    int warmUps,
    List<String> flags,
    boolean profile,
    Path work) {

  /** Reads VARIANTS, RIDES, SHORT_RIDES, ROUNDS, WARM_UPS, JVM_FLAGS and PROFILE. */
  public static LadderSettings from(Environment environment, Path work) {
    int rides = environment.integer("RIDES", 2_000_000, 1_000, 100_000_000);
    return new LadderSettings(
        variants(environment),
        rides,
        Math.min(rides, environment.integer("SHORT_RIDES", 250_000, 1_000, 100_000_000)),
        environment.integer("ROUNDS", 5, 1, 100),
        environment.integer("WARM_UPS", 12, 0, 100),
        flags(environment),
        environment.text("PROFILE").isPresent(),
        work);
  }

  private static List<String> flags(Environment environment) {
    return List.of(environment.text("JVM_FLAGS", "-Xmx3g @bin/aggregator.jvm").split(" +", -1));
  }

  private static List<Variant> variants(Environment environment) {
    List<String> all = Arrays.stream(Variant.values()).map(LadderSettings::name).toList();
    List<String> chosen = environment.list("VARIANTS", all);
    chosen.stream()
        .filter(name -> !all.contains(name))
        .forEach(name -> environment.problem("VARIANTS", "has to be of " + all));
    return Arrays.stream(Variant.values())
        .filter(variant -> chosen.contains(name(variant)))
        .toList();
  }

  private static String name(Variant variant) {
    return variant.name().toLowerCase(Locale.ROOT);
  }
}

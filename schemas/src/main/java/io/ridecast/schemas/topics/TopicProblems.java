package io.ridecast.schemas.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares the catalogue with the partitions that a broker has. */
final class TopicProblems {
  /** A community's rides, days and forecasts are only found where all of these agree. */
  static final List<String> CO_PARTITIONED =
      List.of(
          Topics.RIDES.name(),
          Topics.RIDE_WATERMARKS.name(),
          Topics.DAILY_DEMAND.name(),
          Topics.FORECASTS.name());

  private TopicProblems() {}

  /**
   * What is wrong, a sentence each. How many partitions the topics by community have is the
   * broker's own choice, as long as all agree with {@code rides}.
   *
   * @param found partitions by topic; a missing topic is not in it
   */
  static List<String> of(TopicCatalogue catalogue, Map<String, Integer> found) {
    String rides = Topics.RIDES.name();
    int byCommunity = found.getOrDefault(rides, catalogue.spec(rides).partitions());
    List<String> problems = new ArrayList<>();
    for (TopicSpec spec : catalogue.all()) {
      boolean shared = catalogue.byCommunity(spec.name());
      problem(spec.name(), found, shared ? byCommunity : spec.partitions(), shared)
          .ifPresent(problems::add);
    }
    return problems;
  }

  /**
   * The number on which the co-partitioned topics agree.
   *
   * @throws IllegalStateException if they do not, or if one is missing
   */
  static int communityPartitions(Map<String, Integer> found) {
    Set<String> missing = new TreeSet<>(CO_PARTITIONED);
    missing.removeAll(found.keySet());
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "topics are missing: %s; create them with `ridecast topics create`"
              .formatted(String.join(", ", missing)));
    }
    if (Set.copyOf(found.values()).size() > 1) {
      throw new IllegalStateException(
          "topics by community need as many partitions as each other, the broker has " + found);
    }
    return found.values().iterator().next();
  }

  private static Optional<String> problem(
      String name, Map<String, Integer> found, int expected, boolean shared) {
    Integer actual = found.get(name);
    if (actual == null) {
      return Optional.of(
          "topic %s is missing: create it with `ridecast topics create`".formatted(name));
    }
    if (actual == expected) {
      return Optional.empty();
    }
    return Optional.of(
        "topic %s has %d partitions, needs %d%s"
            .formatted(name, actual, expected, shared ? ", as many as rides" : ""));
  }
}

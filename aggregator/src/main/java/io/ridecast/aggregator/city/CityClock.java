package io.ridecast.aggregator.city;

import io.ridecast.aggregator.city.PartitionReport.Reached;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The business time: what every feed has promised of every partition. A partition reports its
 * closed days before it reports that it has come so far, so the clock never shows a time whose days
 * are not out.
 */
final class CityClock {
  private final int partitions;
  private final Map<Integer, Reached> reached = new HashMap<>();
  private @Nullable Time said;

  /** What time it is, and whether announced history is still to come. */
  record Time(Instant now, boolean loading) {}

  CityClock(int partitions) {
    this.partitions = partitions;
  }

  /** Takes back what was known and said before a restart. */
  void restore(Reached report) {
    reached.put(report.partition(), report);
  }

  void restore(Time time) {
    said = time;
  }

  /** Takes a report; the new time if it changes by it. It never goes back. */
  Optional<Time> report(Reached report) {
    reached.put(report.partition(), report);
    if (reached.size() < partitions
        || reached.values().stream().map(Reached::watermark).anyMatch(Objects::isNull)) {
      return Optional.empty();
    }
    Instant least =
        reached.values().stream()
            .map(Reached::watermark)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Time before = said;
    Instant now = before != null && before.now().isAfter(least) ? before.now() : least;
    Time time = new Time(now, reached.values().stream().anyMatch(Reached::loading));
    said = time;
    return time.equals(before) ? Optional.empty() : Optional.of(time);
  }
}

package io.ridecast.feed.csv;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts skipped rows by reason, and remembers where the first of each stood. */
public final class SkipCounts {
  private static final int REMEMBERED = 5;

  private final Map<SkipReason, Count> counts = new EnumMap<>(SkipReason.class);

  /**
   * How often a reason applied.
   *
   * @param rows number of rows
   * @param first where the first of them stood
   */
  public record Skipped(long rows, List<String> first) {
    public Skipped {
      first = List.copyOf(first);
    }
  }

  private static final class Count {
    private long rows;
    private final List<String> first = new ArrayList<>();
  }

  /** One more row, found at {@code place}. */
  public void add(SkipReason reason, String place) {
    Count count = counts.computeIfAbsent(reason, unused -> new Count());
    count.rows++;
    if (count.first.size() < REMEMBERED) {
      count.first.add(place);
    }
  }

  /** {@code rows} more rows whose places nobody needs. */
  public void add(SkipReason reason, long rows) {
    if (rows > 0) {
      counts.computeIfAbsent(reason, unused -> new Count()).rows += rows;
    }
  }

  /** The counts so far, by reason. */
  public Map<SkipReason, Skipped> byReason() {
    Map<SkipReason, Skipped> result = new EnumMap<>(SkipReason.class);
    counts.forEach((reason, count) -> result.put(reason, new Skipped(count.rows, count.first)));
    return result;
  }

  /** Counts that go on from these, apart from them. */
  public SkipCounts copy() {
    SkipCounts copy = new SkipCounts();
    counts.forEach(
        (reason, count) -> {
          Count same = new Count();
          same.rows = count.rows;
          same.first.addAll(count.first);
          copy.counts.put(reason, same);
        });
    return copy;
  }

  /** The counts with the first places of each reason, for a message. */
  public String inWords() {
    return byReason().entrySet().stream()
        .map(
            entry ->
                entry.getValue().rows()
                    + " with "
                    + entry.getKey().meaning()
                    + " ("
                    + String.join(", ", entry.getValue().first())
                    + ")")
        .collect(Collectors.joining(", "));
  }
}

package io.ridecast.aggregator.days;

import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The days on which somebody rode, by date and by a community's place in the roster. */
final class DayTable {
  private final int communities;
  private final NavigableMap<Integer, @Nullable DayCount[]> days = new TreeMap<>();
  private int lastDay = Integer.MIN_VALUE;
  private @Nullable DayCount @Nullable [] last;

  DayTable(int communities) {
    this.communities = communities;
  }

  /** The count of a community's day; null if nobody rode. */
  @Nullable DayCount find(int community, int day) {
    @Nullable DayCount[] counts = counts(day);
    return counts == null ? null : counts[community];
  }

  /** The same, made if it is not there. */
  DayCount findOrAdd(int community, int day) {
    @Nullable DayCount[] counts = counts(day);
    if (counts == null) {
      counts = new DayCount[communities];
      days.put(day, counts);
      last = counts;
    }
    DayCount count = counts[community];
    if (count == null) {
      count = new DayCount(community, day);
      counts[community] = count;
    }
    return count;
  }

  /** Rides of all communities on a day. */
  int rides(int day) {
    @Nullable DayCount[] counts = days.get(day);
    int sum = 0;
    if (counts != null) {
      for (DayCount count : counts) {
        sum += count == null ? 0 : count.rides();
      }
    }
    return sum;
  }

  /** All counts from a day on, by date. */
  List<DayCount> from(int day) {
    return days.tailMap(day).keySet().stream().flatMap(this::on).toList();
  }

  /** Takes the counts of a day out. */
  List<DayCount> remove(int day) {
    List<DayCount> removed = on(day).toList();
    days.remove(day);
    lastDay = Integer.MIN_VALUE;
    return removed;
  }

  private Stream<DayCount> on(int day) {
    @Nullable DayCount[] counts = days.get(day);
    return counts == null ? Stream.empty() : Arrays.stream(counts).filter(Objects::nonNull);
  }

  /** Rides come roughly by date, so the day asked for is mostly the one asked for before. */
  private @Nullable DayCount @Nullable [] counts(int day) {
    if (day != lastDay) {
      last = days.get(day);
      lastDay = day;
    }
    return last;
  }
}

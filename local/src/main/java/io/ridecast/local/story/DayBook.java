package io.ridecast.local.story;

import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/** The newest count of every community and day, and which days are settled for all of them. */
public final class DayBook {
  /** How long a settled day's counts are kept: as long as a late ride can change them. */
  private static final int KEPT_DAYS = 30;

  private final ToIntFunction<LocalDate> communities;
  private final NavigableMap<LocalDate, Map<String, Count>> open = new TreeMap<>();
  private final NavigableMap<LocalDate, Map<String, Count>> settled = new TreeMap<>();
  private final NavigableSet<LocalDate> settledDays = new TreeSet<>();
  private long rides;
  private long settledRides;

  /**
   * @param communities how many communities have a count on a day
   */
  public DayBook(ToIntFunction<LocalDate> communities) {
    this.communities = communities;
  }

  /** Takes a count in. */
  public void apply(DailyDemand demand) {
    LocalDate date = demand.getDate();
    Map<String, Count> day = settled.get(date);
    if (day == null) {
      if (settledDays.contains(date)) {
        return;
      }
      day = open.computeIfAbsent(date, any -> new HashMap<>());
    }
    Count count = new Count(demand.getRides(), demand.getStatus() != DemandStatus.OPEN);
    Count before = day.put(demand.getCommunity(), count);
    int more = count.rides - (before == null ? 0 : before.rides);
    rides += more;
    if (settledDays.contains(date)) {
      settledRides += more;
    } else if (isSettled(date, day)) {
      settledDays.add(date);
      settledRides += day.values().stream().mapToLong(Count::rides).sum();
      open.remove(date);
      settled.put(date, day);
      settled.headMap(settledDays.last().minusDays(KEPT_DAYS)).clear();
    }
  }

  /** Rides counted so far. */
  public long rides() {
    return rides;
  }

  /** Rides of the days that are settled. */
  public long settledRides() {
    return settledRides;
  }

  /** How many days are closed, or out of service, for every community. */
  public int settledDays() {
    return settledDays.size();
  }

  /** Whether every day of a span is settled, both ends included. */
  public boolean settledThrough(LocalDate first, LocalDate last) {
    return settledDays.subSet(first, true, last, true).size()
        == first.datesUntil(last.plusDays(1)).count();
  }

  /** The last settled day, if there is one. */
  public Optional<LocalDate> lastSettled() {
    return settledDays.isEmpty() ? Optional.empty() : Optional.of(settledDays.last());
  }

  /** The settled days after a day, in order. */
  public NavigableSet<LocalDate> settledAfter(LocalDate day) {
    return settledDays.tailSet(day, false);
  }

  /** Counts of a settled day by community; empty once it is old. */
  public Map<String, Integer> ridesOf(LocalDate date) {
    Map<String, Integer> counts = new HashMap<>();
    settled.getOrDefault(date, Map.of()).forEach((community, c) -> counts.put(community, c.rides));
    return counts;
  }

  private boolean isSettled(LocalDate date, Map<String, Count> day) {
    return day.size() >= communities.applyAsInt(date)
        && day.values().stream().allMatch(Count::settled);
  }

  private record Count(int rides, boolean settled) {}
}

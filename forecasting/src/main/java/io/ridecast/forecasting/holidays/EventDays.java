package io.ridecast.forecasting.holidays;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** The operator's own days as they concern one community, or the city as a whole. */
public final class EventDays {
  private final Map<Long, Set<String>> names = new HashMap<>();
  private final Map<String, NavigableSet<Long>> days = new HashMap<>();

  EventDays() {}

  /** Whether there is none at all. */
  public boolean isEmpty() {
    return names.isEmpty();
  }

  /** How many events fall on the day with this epoch day. */
  public int count(long epochDay) {
    return names.getOrDefault(epochDay, Set.of()).size();
  }

  /** The days before this one that had an event of the same name, the newest first. */
  public NavigableSet<Long> earlier(long epochDay) {
    NavigableSet<Long> earlier = new TreeSet<>();
    for (String name : names.getOrDefault(epochDay, Set.of())) {
      earlier.addAll(days.getOrDefault(name, new TreeSet<>()).headSet(epochDay, false));
    }
    return earlier.descendingSet();
  }

  void add(long epochDay, String name) {
    names.computeIfAbsent(epochDay, day -> new TreeSet<>()).add(name);
    days.computeIfAbsent(name, same -> new TreeSet<>()).add(epochDay);
  }

  EventDays copy() {
    EventDays copy = new EventDays();
    names.forEach((day, all) -> all.forEach(name -> copy.add(day, name)));
    return copy;
  }
}

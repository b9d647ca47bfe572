package io.ridecast.aggregator.days;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The days on which somebody rode, by date. */
final class DayTable {
  private final CommunityRoster roster;
  private final NavigableMap<Integer, DayCounts> days = new TreeMap<>();
  private int lastDay = Integer.MIN_VALUE;
  private @Nullable DayCounts last;

  DayTable(CommunityRoster roster) {
    this.roster = roster;
  }

  /**
   * The counts of a day; null if nobody rode. Rides come roughly by date, so the day asked for is
   * mostly the one asked for before.
   */
  @Nullable DayCounts find(int day) {
    if (day != lastDay) {
      last = days.get(day);
      lastDay = day;
    }
    return last;
  }

  /** The same, made if they are not there. */
  DayCounts findOrAdd(int day) {
    DayCounts found = find(day);
    if (found == null) {
      found = new DayCounts(day, roster.size(), roster.communitiesInService(day));
      days.put(day, found);
      last = found;
    }
    return found;
  }

  /** All days from one on, by date. */
  Collection<DayCounts> from(int day) {
    return days.tailMap(day).values();
  }

  /** Takes the counts of a day out; null if nobody rode. */
  @Nullable DayCounts remove(int day) {
    lastDay = Integer.MIN_VALUE;
    last = null;
    return days.remove(day);
  }
}

package io.ridecast.feed.simulation;

import io.ridecast.feed.live.HourOfRides;
import io.ridecast.records.Ride;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The city's rides by the hour in which their reports come in; makes each day when it begins. */
final class ArrivalHours implements HourOfRides {
  private static final long HOUR = 3_600_000;

  private final SimulatedCity city;
  private final SortedMap<Long, List<Ride>> waiting = new TreeMap<>();
  private LocalDate nextDay;

  /**
   * @param first the first local day that has rides at all
   * @param from the first hour that will be asked for
   */
  ArrivalHours(SimulatedCity city, LocalDate first, Instant from) {
    this.city = city;
    LocalDate earliest = city.dayOf(from).minusDays(Trips.LATEST_DAYS);
    this.nextDay = earliest.isBefore(first) ? first : earliest;
    makeUntil(from);
    waiting.headMap(from.toEpochMilli() / HOUR).clear();
  }

  @Override
  public List<Ride> between(Instant from, Instant until) {
    makeUntil(until);
    SortedMap<Long, List<Ride>> due = waiting.headMap((until.toEpochMilli() - 1) / HOUR + 1);
    List<Ride> rides = new ArrayList<>();
    due.values().forEach(rides::addAll);
    due.clear();
    return rides;
  }

  private void makeUntil(Instant until) {
    while (city.days().start(nextDay).isBefore(until)) {
      city.day(
          nextDay,
          (ride, arrivesAt) ->
              waiting.computeIfAbsent(arrivesAt / HOUR, unused -> new ArrayList<>()).add(ride));
      nextDay = nextDay.plusDays(1);
    }
  }
}

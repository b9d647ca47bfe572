package io.ridecast.monitor.scoring;

import io.ridecast.forecasting.measures.SeasonalNaive;
import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a community's days say of its forecasts.
 *
 * @param pairs every forecast whose day is known, by day and lead
 * @param accuracies by lead, over the window that ends on the newest known day
 */
public record CommunityScores(List<Pair> pairs, SortedMap<Integer, Accuracy> accuracies) {

  /** Scores a community's days; those without service or not yet closed are missing. */
  public static CommunityScores of(String community, NavigableMap<LocalDate, MonitoredDay> days) {
    List<Pair> pairs = new ArrayList<>();
    SortedMap<Integer, Accuracy> accuracies = new TreeMap<>();
    if (days.values().stream().anyMatch(MonitoredDay::scorable)) {
      DemandSeries demand = series(days);
      days.values().stream()
          .filter(MonitoredDay::scorable)
          .forEach(day -> pairs.addAll(pairs(community, day, demand)));
      newestKnown(days).ifPresent(newest -> measure(newest, pairs, accuracies));
    }
    return new CommunityScores(List.copyOf(pairs), accuracies);
  }

  private static List<Pair> pairs(String community, MonitoredDay day, DemandSeries demand) {
    List<Pair> pairs = new ArrayList<>();
    day.forecasts()
        .forEach(
            (lead, forecast) -> {
              LocalDate origin = day.date().minusDays(lead);
              double naive = SeasonalNaive.forecast(demand, origin, lead);
              pairs.add(new Pair(community, day.date(), lead, day.rides(), naive, forecast));
            });
    return pairs;
  }

  private static void measure(
      LocalDate newest, List<Pair> pairs, SortedMap<Integer, Accuracy> accuracies) {
    pairs.stream()
        .map(Pair::lead)
        .distinct()
        .forEach(
            lead ->
                Accuracy.of(lead, newest, pairs)
                    .ifPresent(accuracy -> accuracies.put(lead, accuracy)));
  }

  private static Optional<LocalDate> newestKnown(NavigableMap<LocalDate, MonitoredDay> days) {
    return days.descendingMap().values().stream()
        .filter(day -> day.knownAt().isPresent())
        .findFirst()
        .map(MonitoredDay::date);
  }

  private static DemandSeries series(NavigableMap<LocalDate, MonitoredDay> days) {
    LocalDate first = days.firstKey();
    float[] rides = new float[(int) ChronoUnit.DAYS.between(first, days.lastKey()) + 1];
    Arrays.fill(rides, Float.NaN);
    days.forEach((date, day) -> rides[(int) ChronoUnit.DAYS.between(first, date)] = day.rides());
    return DemandSeries.of(first, rides);
  }
}

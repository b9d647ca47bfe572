package io.ridecast.forecasting.backtest;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Daily counts by community, as they were written down. What is missing between them is decided
 * when they become a panel, and only by what was known before the first forecast.
 */
public final class DailyCounts {
  private final Map<String, TreeMap<LocalDate, Float>> communities = new TreeMap<>();
  private final TreeSet<LocalDate> days = new TreeSet<>();
  private final Map<String, Integer> passedOver = new TreeMap<>();

  /** No counts yet. */
  public DailyCounts() {}

  /**
   * Adds a count; NaN says that it is not known.
   *
   * @return whether there was none of that day yet
   */
  public boolean put(String community, LocalDate day, float rides) {
    days.add(day);
    return communities.computeIfAbsent(community, key -> new TreeMap<>()).putIfAbsent(day, rides)
        == null;
  }

  /** Notes a row of a community that the catalogue lacks. */
  void passOver(String community) {
    passedOver.merge(community, 1, Integer::sum);
  }

  /** How many rows were passed over, by the community that the catalogue lacks. */
  public Map<String, Integer> passedOver() {
    return Map.copyOf(passedOver);
  }

  /** Whether there is no count at all. */
  public boolean isEmpty() {
    return days.isEmpty();
  }

  /**
   * What absent days mean, judged by the counts up to {@code day}: whoever writes zeros down leaves
   * out only what is not known.
   */
  public AbsentDays absentDays(LocalDate day) {
    boolean zeros =
        communities.values().stream()
            .flatMap(counts -> counts.headMap(day, true).values().stream())
            .anyMatch(rides -> rides == 0);
    return zeros ? AbsentDays.MISSING : AbsentDays.ZERO;
  }

  /**
   * The panel of these counts. A community begins with its first count, or on the day that the
   * catalogue gives; days out of service are missing, and so are days of which no community has a
   * count.
   */
  public DemandPanel panel(Catalogue catalogue, ServiceCalendar calendar, AbsentDays absent) {
    Map<String, DemandSeries> series = new TreeMap<>();
    for (Community community : catalogue.communities()) {
      LocalDate first = first(community);
      if (!first.isAfter(days.last())) {
        series.put(community.key(), series(community, first, calendar, absent));
      }
    }
    if (series.isEmpty()) {
      throw new BacktestRefused("no community has a day in service");
    }
    return DemandPanel.of(catalogue, series);
  }

  /** The first day of a community; one without any count never begins. */
  private LocalDate first(Community community) {
    TreeMap<LocalDate, Float> counts = communities.get(community.key());
    LocalDate first = counts == null ? LocalDate.MAX : counts.firstKey();
    return community.starts().filter(starts -> starts.isAfter(first)).orElse(first);
  }

  private DemandSeries series(
      Community community, LocalDate first, ServiceCalendar calendar, AbsentDays absent) {
    Map<LocalDate, Float> counts = communities.getOrDefault(community.key(), new TreeMap<>());
    float[] rides = new float[(int) (days.last().toEpochDay() - first.toEpochDay()) + 1];
    Arrays.fill(rides, Float.NaN);
    for (int index = 0; index < rides.length; index++) {
      LocalDate day = first.plusDays(index);
      if (days.contains(day) && calendar.inService(community, day)) {
        rides[index] = counts.getOrDefault(day, absent == AbsentDays.ZERO ? 0f : Float.NaN);
      }
    }
    return DemandSeries.of(first, rides);
  }
}

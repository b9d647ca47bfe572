package io.ridecast.local.story;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.records.Forecast;
import io.ridecast.records.ForecastDay;
import io.ridecast.records.ForecastQuality;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The latest forecast of every community, and what was last forecast for each day. */
public final class ForecastBook {
  private static final int KEPT_DAYS = 30;

  private final Map<String, Forecast> latest = new HashMap<>();
  private final TreeMap<LocalDate, Map<String, Double>> expected = new TreeMap<>();

  /** Takes a forecast in; the city's own is left out, since it is not a community's. */
  public void apply(Forecast forecast) {
    if (forecast.getCommunity().equals(Community.CITY)) {
      return;
    }
    latest.put(forecast.getCommunity(), forecast);
    for (ForecastDay day : forecast.getDays()) {
      expected
          .computeIfAbsent(day.getDate(), any -> new HashMap<>())
          .put(forecast.getCommunity(), day.getMean());
    }
    expected.headMap(forecast.getOriginDate().minusDays(KEPT_DAYS)).clear();
  }

  public Optional<Forecast> latest(String community) {
    return Optional.ofNullable(latest.get(community));
  }

  /** How many communities have a model's forecast that knows a day. */
  public long byModel(LocalDate origin) {
    return latest.values().stream()
        .filter(forecast -> forecast.getQuality() != ForecastQuality.FALLBACK)
        .filter(forecast -> !forecast.getOriginDate().isBefore(origin))
        .count();
  }

  /** How many communities have a forecast of one model version. */
  public long byVersion(String version) {
    return latest.values().stream().filter(f -> f.getModelVersion().equals(version)).count();
  }

  /** How many communities have any forecast that knows a day. */
  public long of(LocalDate origin) {
    return latest.values().stream()
        .filter(forecast -> !forecast.getOriginDate().isBefore(origin))
        .count();
  }

  /** The mean that was last forecast for a day, by community. */
  public Map<String, Double> expectedOn(LocalDate date) {
    return Map.copyOf(expected.getOrDefault(date, Map.of()));
  }
}

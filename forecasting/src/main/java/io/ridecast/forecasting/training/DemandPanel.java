package io.ridecast.forecasting.training;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.circumstances.Circumstances;
import io.ridecast.forecasting.features.CityShares;
import io.ridecast.forecasting.model.ForecastInput;
import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The demand of all communities and of the city, and its circumstances: what is trained on. */
public final class DemandPanel {
  private final Catalogue catalogue;
  private final Map<String, DemandSeries> demand;
  private final DemandSeries city;
  private final Circumstances circumstances;

  private DemandPanel(
      Catalogue catalogue,
      Map<String, DemandSeries> demand,
      DemandSeries city,
      Circumstances circumstances) {
    this.catalogue = catalogue;
    this.demand = new TreeMap<>(demand);
    this.city = city;
    this.circumstances = circumstances;
  }

  /**
   * A panel whose city series is the sum over the communities; a day that is missing in all of them
   * is missing in the city.
   *
   * @param demand closed days by community key; days out of service are NaN
   * @throws IllegalArgumentException without any series, or for a key that is not in the catalogue
   */
  public static DemandPanel of(Catalogue catalogue, Map<String, DemandSeries> demand) {
    return of(catalogue, demand, sum(demand));
  }

  /** A panel with the city's own series. */
  public static DemandPanel of(
      Catalogue catalogue, Map<String, DemandSeries> demand, DemandSeries city) {
    for (String key : demand.keySet()) {
      if (catalogue.byKey(key).isEmpty()) {
        throw new IllegalArgumentException("community " + key + " is not in the catalogue");
      }
    }
    return new DemandPanel(catalogue, demand, city, Circumstances.usual());
  }

  /** The communities that the series belong to. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** The series of {@code community}, if there is one. */
  public Optional<DemandSeries> demand(Community community) {
    return Optional.ofNullable(demand.get(community.key()));
  }

  /** How many communities have a series. */
  public int size() {
    return demand.size();
  }

  /** The city's series. */
  public DemandSeries city() {
    return city;
  }

  /** This panel in other circumstances. */
  public DemandPanel in(Circumstances other) {
    return new DemandPanel(catalogue, demand, city, other);
  }

  /** What is known beside demand; of its weather, a feature sees what was issued in time. */
  public Circumstances circumstances() {
    return circumstances;
  }

  /**
   * This panel as it was known at the end of {@code day}: without later days, and without the
   * communities of which nothing was known yet.
   *
   * @throws IllegalArgumentException when nothing was known at all
   */
  public DemandPanel until(LocalDate day) {
    Map<String, DemandSeries> known = new TreeMap<>();
    demand.forEach(
        (key, series) -> {
          if (!series.first().isAfter(day)) {
            known.put(key, series.until(day));
          }
        });
    if (known.isEmpty()) {
      throw new IllegalArgumentException("no demand is known up to " + day);
    }
    return new DemandPanel(catalogue, known, city.until(day), circumstances);
  }

  /** The communities' shares of the city as they are seen from {@code origin}. */
  public CityShares sharesAt(LocalDate origin) {
    Map<Community, DemandSeries> series = new LinkedHashMap<>();
    for (Community community : catalogue.communities()) {
      demand(community).ifPresent(days -> series.put(community, days));
    }
    return CityShares.at(origin, city, series);
  }

  /** The first day of any series. */
  public LocalDate first() {
    return demand.values().stream()
        .map(DemandSeries::first)
        .min(LocalDate::compareTo)
        .orElseThrow();
  }

  /** The last day of any series. */
  public LocalDate last() {
    return demand.values().stream().map(DemandSeries::last).max(LocalDate::compareTo).orElseThrow();
  }

  /** What the forecasts from its last day are made from, for each community with a series. */
  public List<ForecastInput> inputs() {
    return catalogue.communities().stream()
        .flatMap(
            community ->
                demand(community).stream()
                    .map(
                        series ->
                            new ForecastInput(community, series, city, last(), circumstances)))
        .toList();
  }

  private static DemandSeries sum(Map<String, DemandSeries> demand) {
    if (demand.isEmpty()) {
      throw new IllegalArgumentException("a panel holds at least one community's series");
    }
    LocalDate first =
        demand.values().stream().map(DemandSeries::first).min(LocalDate::compareTo).orElseThrow();
    LocalDate last =
        demand.values().stream().map(DemandSeries::last).max(LocalDate::compareTo).orElseThrow();
    int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
    float[] total = new float[days];
    Arrays.fill(total, Float.NaN);
    for (DemandSeries series : demand.values()) {
      float[] rides = series.window(first.toEpochDay(), days);
      for (int day = 0; day < days; day++) {
        if (!Float.isNaN(rides[day])) {
          total[day] = Float.isNaN(total[day]) ? rides[day] : total[day] + rides[day];
        }
      }
    }
    return DemandSeries.of(first, total);
  }
}

package io.ridecast.feed.simulation;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.catalogue.ServiceDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A Chicago that rides as the real one does: the areas' shares of 2020, week, year, holidays,
 * weather that the whole city shares and that lasts, growth, and counts that scatter more than
 * Poisson's. A day of an area depends on nothing but the seed, so that any can be made on its own.
 */
public final class SimulatedCity {
  /** Rides on a day, in the mean over a year. */
  public static final double DEFAULT_RIDES_PER_DAY = 2_500;

  private static final int PURPOSE = 4;
  private static final double GROWTH_PER_YEAR = Math.log(1.2);
  private static final LocalDate GROWTH_FROM = LocalDate.of(2024, 1, 1);

  /** Shape of the gamma that scatters an area's mean: beyond Poisson, 15 % from day to day. */
  private static final double EVENNESS = 45;

  private final long seed;
  private final double ridesPerDay;
  private final ServiceDay days;
  private final CityWeather weather;
  private final List<AreaProfile> areas;
  private final Trips trips;

  /**
   * @param feed the name of the feed that its rides bear
   * @param seed two cities of one seed and size have the same rides
   * @param ridesPerDay rides on a day in the mean over the year 2024
   */
  public SimulatedCity(String feed, long seed, double ridesPerDay) {
    Catalogue chicago = Catalogue.chicago();
    Map<String, Double> shares = StartShares.chicago();
    this.seed = seed;
    this.ridesPerDay = ridesPerDay;
    this.days = chicago.serviceDay();
    this.weather = new CityWeather(seed);
    this.areas =
        chicago.communities().stream()
            .map(area -> new AreaProfile(seed, area, shares.getOrDefault(area.key(), 0.0)))
            .toList();
    this.trips = new Trips(feed, new NearbyAreas(chicago.communities()));
  }

  /** The local days of the city. */
  ServiceDay days() {
    return days;
  }

  /** How many rides are to be expected of the whole city on a day of that weather. */
  double expected(LocalDate date) {
    double common = common(date);
    return areas.stream().mapToDouble(area -> common * area.factor(date)).sum();
  }

  /** Makes all reports of rides that began on a day, area by area. */
  void day(LocalDate date, ArrivalSink sink) {
    double common = common(date);
    HourShape shape = HourShape.of(date);
    long start = days.start(date).toEpochMilli();
    long length = days.end(date).toEpochMilli() - start;
    for (AreaProfile area : areas) {
      Community community = area.community();
      SplittableRandom random = Seeds.random(seed, PURPOSE, date.toEpochDay(), community.number());
      double mean = common * area.factor(date) * Gamma.withMeanOne(EVENNESS, random);
      // A Poisson process: exponential steps until the day's mean is used up.
      double used = random.nextExponential();
      while (used < mean) {
        long startedAt = start + (long) (length * shape.passed(used / mean));
        trips.make(community.key(), startedAt / 1000 * 1000, random, sink);
        used += random.nextExponential();
      }
    }
  }

  private double common(LocalDate date) {
    double years = ChronoUnit.DAYS.between(GROWTH_FROM, date) / 365.25;
    return ridesPerDay
        * Math.exp(GROWTH_PER_YEAR * years)
        * Season.factor(date)
        * UnitedStatesHolidays.factor(date)
        * weather.factor(date);
  }

  /** The day that holds an instant. */
  LocalDate dayOf(Instant instant) {
    return days.of(instant);
  }
}

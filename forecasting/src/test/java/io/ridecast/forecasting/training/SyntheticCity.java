package io.ridecast.forecasting.training;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A seeded city: levels that differ by community, a weekly shape, shared weather, Poisson counts.
 */
public final class SyntheticCity {
  public static final LocalDate FIRST = LocalDate.of(2019, 6, 1);

  private static final double[] WEEK = {.75, .73, .74, .86, 1.16, 1.58, 1.18};

  private SyntheticCity() {}

  public static DemandPanel panel(int communities, int days, long seed) {
    return DemandPanel.of(Catalogue.chicago(), demand(communities, days, seed));
  }

  public static Map<String, DemandSeries> demand(int communities, int days, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] weather = new double[days];
    double state = 0;
    for (int day = 0; day < days; day++) {
      state = 0.5 * state + 0.2 * (random.nextDouble() + random.nextDouble() - 1);
      weather[day] = Math.exp(state);
    }
    Map<String, DemandSeries> demand = new LinkedHashMap<>();
    for (Community community : Catalogue.chicago().communities().subList(0, communities)) {
      double level = 200.0 / (1 + demand.size());
      float[] rides = new float[days];
      for (int day = 0; day < days; day++) {
        LocalDate date = FIRST.plusDays(day);
        double season = 1 + 0.6 * Math.cos(2 * Math.PI * (date.getDayOfYear() - 200) / 365.25);
        double rate = level * WEEK[date.getDayOfWeek().getValue() - 1] * season * weather[day];
        rides[day] = poisson(rate, random);
      }
      demand.put(community.key(), DemandSeries.of(FIRST, rides));
    }
    return demand;
  }

  private static int poisson(double rate, SplittableRandom random) {
    if (rate > 50) {
      double normal =
          Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
              * Math.cos(2 * Math.PI * random.nextDouble());
      return (int) Math.max(0, Math.rint(rate + Math.sqrt(rate) * normal));
    }
    double limit = Math.exp(-rate);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }
}

package io.ridecast.feed.simulation;

import io.ridecast.forecasting.catalogue.Community;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * What is one area's own: its share of the city's rides, its mix of outings (Austin's scooters) and
 * commuting (Chicago's bicycles) over the week, and slow ups and downs of some months.
 */
final class AreaProfile {
  private static final int PURPOSE = 3;
  private static final int WAVES = 3;
  private static final double WAVE_SIZE = 0.08;
  private static final double[] OUTINGS = {.75, .73, .74, .86, 1.16, 1.58, 1.17};
  private static final double[] COMMUTES = {.93, .97, 1.01, 1.03, 1.04, 1.10, .93};

  private final Community community;
  private final double share;
  private final double outings;
  private final double[] phases = new double[WAVES];
  private final double[] periods = new double[WAVES];

  AreaProfile(long seed, Community community, double share) {
    this.community = community;
    this.share = share;
    SplittableRandom random = Seeds.random(seed, PURPOSE, 0, community.number());
    this.outings = random.nextDouble(0.3, 0.7);
    for (int i = 0; i < WAVES; i++) {
      phases[i] = random.nextDouble(2 * Math.PI);
      periods[i] = random.nextDouble(50, 250);
    }
  }

  Community community() {
    return community;
  }

  /** This area's part of a usual day of the whole city. */
  double factor(LocalDate date) {
    int day = date.getDayOfWeek().getValue() - 1;
    double week = outings * OUTINGS[day] + (1 - outings) * COMMUTES[day];
    double waves = 0;
    for (int i = 0; i < WAVES; i++) {
      waves += WAVE_SIZE * Math.sin(phases[i] + 2 * Math.PI * date.toEpochDay() / periods[i]);
    }
    return share * week * Math.exp(waves);
  }
}

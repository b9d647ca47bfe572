package io.ridecast.forecasting.training;

import io.ridecast.forecasting.boosting.FeatureMatrix;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.circumstances.Circumstances;
import io.ridecast.forecasting.features.CityShares;
import io.ridecast.forecasting.features.CityState;
import io.ridecast.forecasting.features.FeatureList;
import io.ridecast.forecasting.features.FeatureRows;
import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

/**
 * Turns a panel into rows, one for each community, origin and lead, of which at most a given number
 * is drawn. A row knows nothing after its origin but the rides that it is to predict.
 */
public final class TrainingRows {
  /** Days before the first origin: a base level needs its 4 same weekdays. */
  static final int DAYS_BEFORE = 28;

  /**
   * Leads up to this one are forecast every day and drawn six times as often as those of an outage,
   * which have trees of their own.
   */
  private static final int EVERYDAY_LEADS = 3;

  private static final double EVERYDAY_SHARE = 6;

  /** At one origin in so many the weather is withheld, so that its absence is nothing new. */
  private static final int BLIND_ONE_IN = 20;

  /**
   * Before each time of the year has been seen thrice, trees take it for the name of a day: they
   * learn what came on it, not what comes every year.
   */
  private static final int DAYS_TO_KNOW_THE_YEAR = 3 * 365;

  private final DemandPanel panel;
  private final int most;
  private final long seed;

  /**
   * Rows of a panel.
   *
   * @param most about so many are drawn
   * @param seed of the draw
   */
  public TrainingRows(DemandPanel panel, int most, long seed) {
    this.panel = panel;
    this.most = most;
    this.seed = seed;
  }

  /** The first day that a panel gives rows of. */
  public static LocalDate firstTarget(DemandPanel panel) {
    return panel.first().plusDays(DAYS_BEFORE + 1L);
  }

  /** Rows whose target days lie up to {@code lastTarget}. */
  FeatureMatrix until(LocalDate lastTarget, DoubleConsumer progress) {
    return drawn(panel.first().plusDays(DAYS_BEFORE), LocalDate.MIN, lastTarget, progress);
  }

  /** Rows whose target days lie between these, both included. */
  public FeatureMatrix between(LocalDate firstTarget, LocalDate lastTarget) {
    LocalDate earliest = panel.first().plusDays(DAYS_BEFORE);
    LocalDate first =
        firstTarget.isAfter(earliest) ? firstTarget.minusDays(FeatureRows.LAST_LEAD) : earliest;
    return drawn(first.isBefore(earliest) ? earliest : first, firstTarget, lastTarget, done -> {});
  }

  private FeatureMatrix drawn(
      LocalDate first, LocalDate firstTarget, LocalDate lastTarget, DoubleConsumer progress) {
    int origins = Math.max(0, (int) (lastTarget.toEpochDay() - first.toEpochDay()));
    double pairs = Math.max(1.0, (double) origins * panel.size());
    double later = FeatureRows.LAST_LEAD - EVERYDAY_LEADS;
    double chance = most / pairs / (EVERYDAY_LEADS * EVERYDAY_SHARE + later);
    double everyday = Math.min(1, EVERYDAY_SHARE * chance);
    double rest = (most / pairs - EVERYDAY_LEADS * everyday) / later;
    FeatureMatrix rows = new FeatureMatrix((int) Math.min(most * 1.1, pairs * 7) + 16);
    SplittableRandom random = new SplittableRandom(seed);
    for (int origin = 0; origin < origins; origin++) {
      addOrigin(first.plusDays(origin), firstTarget, lastTarget, everyday, rest, random, rows);
      progress.accept((origin + 1.0) / origins);
    }
    if (lastTarget.toEpochDay() - panel.first().toEpochDay() < DAYS_TO_KNOW_THE_YEAR) {
      rows.leaveOut(FeatureList.ofDaysOfTheYear());
    }
    return rows;
  }

  private void addOrigin(
      LocalDate origin,
      LocalDate firstTarget,
      LocalDate lastTarget,
      double everyday,
      double rest,
      SplittableRandom random,
      FeatureMatrix rows) {
    CityState city = CityState.at(origin, panel.city(), circumstances(origin));
    CityShares shares = panel.sharesAt(origin);
    for (Community community : panel.catalogue().communities()) {
      Optional<DemandSeries> demand = panel.demand(community);
      boolean[] drawn = new boolean[FeatureRows.LAST_LEAD + 1];
      boolean any = false;
      for (int lead = 1; lead <= FeatureRows.LAST_LEAD; lead++) {
        boolean lucky = random.nextDouble() < (lead <= EVERYDAY_LEADS ? everyday : rest);
        LocalDate target = origin.plusDays(lead);
        drawn[lead] =
            lucky
                && !target.isBefore(firstTarget)
                && !target.isAfter(lastTarget)
                && demand.isPresent()
                && !Float.isNaN(demand.get().at(target));
        any |= drawn[lead];
      }
      if (any) {
        add(
            new FeatureRows(community, demand.orElseThrow(), city, shares),
            demand.get(),
            origin,
            drawn,
            rows);
      }
    }
  }

  /** What is known at an origin; at some, a model learns to do without the weather. */
  private Circumstances circumstances(LocalDate origin) {
    Circumstances known = panel.circumstances();
    boolean blind =
        known.hasWeather()
            && new SplittableRandom(seed + origin.toEpochDay()).nextInt(BLIND_ONE_IN) == 0;
    return blind ? known.withoutWeather() : known;
  }

  /** Adds the rows of the drawn leads, each with what came. */
  static void add(
      FeatureRows features,
      DemandSeries demand,
      LocalDate origin,
      boolean[] drawn,
      FeatureMatrix rows) {
    if (!features.hasLevel()) {
      return;
    }
    for (int lead = 1; lead < drawn.length; lead++) {
      if (drawn[lead]) {
        features.fill(lead, rows.values(), rows.nextOffset());
        rows.endRow(features.base(lead), demand.at(origin.plusDays(lead)));
      }
    }
  }
}

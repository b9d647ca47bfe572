package io.ridecast.forecasting.training;

import io.ridecast.forecasting.boosting.FeatureMatrix;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.features.CityShares;
import io.ridecast.forecasting.features.CityState;
import io.ridecast.forecasting.features.FeatureRows;
import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Rows of communities as if they had just opened, or opened again, so that a model knows what to
 * make of neighbours and few days.
 */
final class ColdRows {
  /** One such row to so many ordinary ones: more of them cost whole histories accuracy, ... */
  private static final int ONE_IN = 50;

  /**
   * ... but where these are few, as many rows as this, fewer teach too little of cold starts, ...
   */
  private static final int ENOUGH = 600;

  /** ... and no more than one to so many. */
  private static final int AT_MOST_ONE_IN = 20;

  private final DemandPanel panel;
  private final LocalDate lastTarget;
  private final SplittableRandom random;

  private ColdRows(DemandPanel panel, LocalDate lastTarget, long seed) {
    this.panel = panel;
    this.lastTarget = lastTarget;
    this.random = new SplittableRandom(seed);
  }

  /** Adds them to the ordinary rows, with targets up to {@code lastTarget}. */
  static void addTo(FeatureMatrix rows, DemandPanel panel, LocalDate lastTarget, long seed) {
    new ColdRows(panel, lastTarget, seed).addTo(rows);
  }

  private void addTo(FeatureMatrix rows) {
    LocalDate first = panel.first().plusDays(TrainingRows.DAYS_BEFORE);
    long origins = Math.max(0, lastTarget.toEpochDay() - first.toEpochDay());
    double starts = wanted(rows.rows()) / FeatureRows.LAST_LEAD;
    double chance = starts / Math.max(1, origins * panel.size());
    for (long day = 0; day < origins; day++) {
      addOrigin(first.plusDays(day), chance, rows);
    }
  }

  private static double wanted(double ordinary) {
    return Math.max(ordinary / ONE_IN, Math.min(ENOUGH, ordinary / AT_MOST_ONE_IN));
  }

  private void addOrigin(LocalDate origin, double chance, FeatureMatrix rows) {
    List<Community> drawn = new ArrayList<>();
    for (Community community : panel.catalogue().communities()) {
      if (random.nextDouble() < chance && panel.demand(community).isPresent()) {
        drawn.add(community);
      }
    }
    if (drawn.isEmpty()) {
      return;
    }
    CityState city = CityState.at(origin, panel.city(), panel.circumstances());
    CityShares shares = panel.sharesAt(origin);
    for (Community community : drawn) {
      DemandSeries demand = panel.demand(community).orElseThrow();
      DemandSeries few = WithheldHistory.of(demand, origin, random);
      TrainingRows.add(
          new FeatureRows(community, few, city, shares),
          demand,
          origin,
          leads(origin, demand),
          rows);
    }
  }

  private boolean[] leads(LocalDate origin, DemandSeries demand) {
    boolean[] leads = new boolean[FeatureRows.LAST_LEAD + 1];
    Arrays.fill(leads, true);
    for (int lead = 1; lead < leads.length; lead++) {
      LocalDate target = origin.plusDays(lead);
      leads[lead] = !target.isAfter(lastTarget) && !Float.isNaN(demand.at(target));
    }
    return leads;
  }
}

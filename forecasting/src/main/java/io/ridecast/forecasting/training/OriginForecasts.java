package io.ridecast.forecasting.training;

import io.ridecast.forecasting.boosting.RatioBoosters;
import io.ridecast.forecasting.boosting.RawForecast;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.features.CityShares;
import io.ridecast.forecasting.features.CityState;
import io.ridecast.forecasting.features.FeatureList;
import io.ridecast.forecasting.features.FeatureRows;
import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/** Raw forecasts of communities of a panel from one origin. */
public final class OriginForecasts {
  /** The history of one community in so many is withheld: enough for a calibration. */
  private static final int WITHHELD_ONE_IN = 3;

  private final List<Subject> subjects;
  private final int leads;
  private final double[] bases;
  private final float[] ratios;

  private record Subject(Community community, FeatureRows features) {}

  /** Hears a forecast. */
  @FunctionalInterface
  public interface Target {
    /**
     * The forecast of {@code community}, {@code lead} days after the origin.
     *
     * @param knownDays how many of its last 56 days it rests on
     */
    void forecast(Community community, int knownDays, int lead, RawForecast raw);
  }

  private OriginForecasts(List<Subject> subjects, RatioBoosters boosters, int leads) {
    this.subjects = subjects;
    this.leads = leads;
    bases = new double[subjects.size() * leads];
    float[] rows = new float[bases.length * FeatureList.size()];
    int row = 0;
    for (Subject subject : subjects) {
      for (int lead = 1; lead <= leads; lead++) {
        subject.features().fill(lead, rows, row * FeatureList.size());
        bases[row++] = subject.features().base(lead);
      }
    }
    ratios = row == 0 ? new float[0] : boosters.predict(rows, row);
  }

  /**
   * Forecasts of the leads 1 to {@code leads} of all communities; days after the origin are not
   * looked at.
   *
   * @param shares that new communities are forecast from
   */
  public static OriginForecasts of(
      DemandPanel panel, RatioBoosters boosters, CityShares shares, LocalDate origin, int leads) {
    return of(panel, boosters, shares, origin, leads, (community, demand) -> Optional.of(demand));
  }

  /**
   * The same for a third of the communities, drawn by the day, as if they had just opened or opened
   * again: what their cold start would have been. One without neighbours has none.
   */
  public static OriginForecasts ofColdStarts(
      DemandPanel panel, RatioBoosters boosters, CityShares shares, LocalDate origin, int leads) {
    return of(
        panel,
        boosters,
        shares,
        origin,
        leads,
        (community, demand) -> {
          SplittableRandom random =
              new SplittableRandom(origin.toEpochDay() * Integer.MAX_VALUE + community.number());
          return random.nextInt(WITHHELD_ONE_IN) == 0 && !Double.isNaN(shares.expected(community))
              ? Optional.of(WithheldHistory.of(demand, origin, random))
              : Optional.empty();
        });
  }

  /** The same from what {@code known} leaves of each community's history, if it is drawn. */
  static OriginForecasts of(
      DemandPanel panel,
      RatioBoosters boosters,
      CityShares shares,
      LocalDate origin,
      int leads,
      BiFunction<Community, DemandSeries, Optional<DemandSeries>> known) {
    CityState city = CityState.at(origin, panel.city(), panel.circumstances());
    List<Subject> subjects = new ArrayList<>();
    for (Community community : panel.catalogue().communities()) {
      panel
          .demand(community)
          .flatMap(demand -> known.apply(community, demand))
          .map(demand -> new FeatureRows(community, demand, city, shares))
          .ifPresent(features -> subjects.add(new Subject(community, features)));
    }
    return new OriginForecasts(subjects, boosters, leads);
  }

  /** Tells all of them, community by community. */
  public void forEach(Target target) {
    for (int row = 0; row < bases.length; row++) {
      Subject subject = subjects.get(row / leads);
      target.forecast(
          subject.community(),
          subject.features().knownDays(),
          row % leads + 1,
          RawForecast.of(bases[row], ratios, row));
    }
  }
}

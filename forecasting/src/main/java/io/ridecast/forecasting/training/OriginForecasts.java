package io.ridecast.forecasting.training;

import io.ridecast.forecasting.boosting.RatioBoosters;
import io.ridecast.forecasting.boosting.RawForecast;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.features.CityState;
import io.ridecast.forecasting.features.FeatureList;
import io.ridecast.forecasting.features.FeatureRows;
import java.time.LocalDate;
import java.util.List;

/** Raw forecasts of all communities of a panel from one origin. */
public final class OriginForecasts {
  private final List<Community> communities;
  private final int leads;
  private final double[] bases;
  private final float[] ratios;

  /** Hears a forecast. */
  @FunctionalInterface
  public interface Target {
    /** The forecast of {@code community}, {@code lead} days after the origin. */
    void forecast(Community community, int lead, RawForecast raw);
  }

  private OriginForecasts(List<Community> communities, int leads, double[] bases, float[] ratios) {
    this.communities = communities;
    this.leads = leads;
    this.bases = bases;
    this.ratios = ratios;
  }

  /** Forecasts of the leads 1 to {@code leads}; days after the origin are not looked at. */
  public static OriginForecasts of(
      DemandPanel panel, RatioBoosters boosters, LocalDate origin, int leads) {
    List<Community> communities =
        panel.catalogue().communities().stream()
            .filter(community -> panel.demand(community).isPresent())
            .toList();
    CityState city = CityState.at(origin, panel.city(), panel.circumstances());
    double[] bases = new double[communities.size() * leads];
    float[] rows = new float[bases.length * FeatureList.size()];
    int row = 0;
    for (Community community : communities) {
      FeatureRows features =
          new FeatureRows(community, panel.demand(community).orElseThrow(), city);
      for (int lead = 1; lead <= leads; lead++) {
        features.fill(lead, rows, row * FeatureList.size());
        bases[row++] = features.base(lead);
      }
    }
    return new OriginForecasts(communities, leads, bases, boosters.predict(rows, row));
  }

  /** Tells all of them, community by community. */
  public void forEach(Target target) {
    for (int row = 0; row < bases.length; row++) {
      target.forecast(
          communities.get(row / leads), row % leads + 1, RawForecast.of(bases[row], ratios, row));
    }
  }
}

package io.ridecast.trainer.plots;

import io.ridecast.forecasting.boosting.FeatureImportance;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.charts.BarList;
import io.ridecast.forecasting.charts.ChartFile;
import io.ridecast.forecasting.training.HeldOutDays;
import io.ridecast.forecasting.training.HeldOutForecasts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pictures of a run, by the names of their files. */
public final class Plots {
  private static final int FEATURES = 25;

  private Plots() {}

  /** How the candidate did on the held-out days. */
  public static Map<String, byte[]> of(HeldOutForecasts heldOut, HeldOutDays days) {
    List<JudgedForecast> judged = JudgedForecast.of(heldOut, days);
    Map<String, byte[]> plots = new LinkedHashMap<>();
    plots.put("error-by-lead.svg", ErrorByLead.of(judged));
    plots.put("calibration.svg", CalibrationByLead.of(judged));
    plots.put("forecast-against-actual.svg", ForecastAgainstActual.of(heldOut));
    return plots;
  }

  /** What the model of the mean rests on. */
  public static Map<String, byte[]> of(ModelBundle model) {
    Map<String, Double> most = new LinkedHashMap<>();
    FeatureImportance.of(model.meanBooster()).entrySet().stream()
        .limit(FEATURES)
        .forEach(each -> most.put(each.getKey(), 100 * each.getValue()));
    return Map.of(
        "importance.svg",
        ChartFile.of(
            "Feature importance: share of the loss removed, of the mean",
            new BarList(most, "%.1f %%")));
  }
}

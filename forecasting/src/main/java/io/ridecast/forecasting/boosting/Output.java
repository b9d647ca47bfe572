package io.ridecast.forecasting.boosting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a model answers for a row, each by a booster of its own; the order is that of answers. */
public enum Output {
  /** The expected ratio of rides to the base level. */
  MEAN("mean", Double.NaN),
  /** Its 10 % quantile. */
  P10("p10", 0.1),
  /** Its median. */
  P50("p50", 0.5),
  /** Its 90 % quantile. */
  P90("p90", 0.9);

  private static final List<Output> ALL = List.copyOf(Arrays.asList(values()));
  private static final double GREATEST_POISSON_STEP = 0.7;

  private final String label;
  private final double level;

  Output(String label, double level) {
    this.label = label;
    this.level = level;
  }

  /** All of them, in order. */
  public static List<Output> all() {
    return ALL;
  }

  /** Its name in bundles. */
  public String label() {
    return label;
  }

  /**
   * XGBoost's objective. The mean's is a Poisson regression of the ratio with the base level as
   * weight, which has the gradients of rides with log(base) as margin; a quantile's is the pinball
   * loss of the ratio with the same weight, so that the median's loss is the WAPE's.
   */
  Map<String, Object> objective() {
    Map<String, Object> settings = new HashMap<>();
    if (Double.isNaN(level)) {
      settings.put("objective", "count:poisson");
      settings.put("max_delta_step", GREATEST_POISSON_STEP);
    } else {
      settings.put("objective", "reg:quantileerror");
      settings.put("quantile_alpha", level);
    }
    return settings;
  }
}

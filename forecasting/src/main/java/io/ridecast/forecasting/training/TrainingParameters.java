package io.ridecast.forecasting.training;

import io.ridecast.forecasting.boosting.BoostingParameters;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a training depends on beside its data; the same parameters and data give the same bundle.
 *
 * @param mean how the model of the mean is grown
 * @param quantiles how the models of the quantiles are grown
 * @param maxRows about so many rows (community, origin, lead) are trained on, drawn at random where
 *     there are more
 * @param holdOutDays the last days, which the report is made on
 * @param calibrationDays days before those, which the intervals are first calibrated on
 * @param threads that boosters are fitted on, one each; 0 is one per processor
 * @param seed of every random choice
 */
public record TrainingParameters(
    BoostingParameters mean,
    BoostingParameters quantiles,
    int maxRows,
    int holdOutDays,
    int calibrationDays,
    int threads,
    long seed) {

  /** Parameters that did well on sparse and dense cities alike. */
  public static TrainingParameters defaults() {
    return new TrainingParameters(
        new BoostingParameters(200, 0.05, 6, 300, 0.8, 0.5, 2, 128),
        new BoostingParameters(200, 0.05, 5, 300, 0.8, 0.5, 2, 128),
        100_000,
        28,
        28,
        0,
        7);
  }

  /** Fewer rounds and rows: a first model within seconds, still ahead of the baselines. */
  public static TrainingParameters quick() {
    return new TrainingParameters(
        new BoostingParameters(60, 0.1, 5, 120, 0.8, 0.5, 2, 64),
        new BoostingParameters(60, 0.1, 5, 120, 0.8, 0.5, 2, 64),
        40_000,
        28,
        28,
        0,
        7);
  }

  /** These with models grown in another way. */
  public TrainingParameters grown(BoostingParameters otherMean, BoostingParameters others) {
    return new TrainingParameters(
        otherMean, others, maxRows, holdOutDays, calibrationDays, threads, seed);
  }

  /** These with the held-out days of {@code other}. */
  public TrainingParameters holdingOutAs(TrainingParameters other) {
    return new TrainingParameters(
        mean, quantiles, maxRows, other.holdOutDays, other.calibrationDays, threads, seed);
  }

  /** These with another seed. */
  public TrainingParameters withSeed(long other) {
    return new TrainingParameters(
        mean, quantiles, maxRows, holdOutDays, calibrationDays, threads, other);
  }

  /** These with another number of threads; 0 is one per processor. */
  public TrainingParameters withThreads(int other) {
    return new TrainingParameters(
        mean, quantiles, maxRows, holdOutDays, calibrationDays, other, seed);
  }

  /** The number of threads that is meant, at least 1. */
  public int threadsToUse() {
    return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
  }

  /** All of them by name, for the record. */
  public Map<String, String> named() {
    Map<String, String> named = new LinkedHashMap<>();
    mean.named().forEach((name, value) -> named.put("mean." + name, value));
    quantiles.named().forEach((name, value) -> named.put("quantiles." + name, value));
    named.put("max_rows", Integer.toString(maxRows));
    named.put("hold_out_days", Integer.toString(holdOutDays));
    named.put("calibration_days", Integer.toString(calibrationDays));
    named.put("seed", Long.toString(seed));
    return named;
  }

  /**
   * The reverse of {@link #named}, on as many threads as these have.
   *
   * @throws IllegalArgumentException for a name that is missing or a value that is no number
   */
  public TrainingParameters from(Map<String, String> named) {
    return new TrainingParameters(
        BoostingParameters.of(below("mean.", named)),
        BoostingParameters.of(below("quantiles.", named)),
        Integer.parseInt(value(named, "max_rows")),
        Integer.parseInt(value(named, "hold_out_days")),
        Integer.parseInt(value(named, "calibration_days")),
        threads,
        Long.parseLong(value(named, "seed")));
  }

  private static String value(Map<String, String> named, String name) {
    String value = named.get(name);
    if (value == null) {
      throw new IllegalArgumentException("parameter " + name + " is missing");
    }
    return value;
  }

  private static Map<String, String> below(String prefix, Map<String, String> named) {
    Map<String, String> below = new LinkedHashMap<>();
    named.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            below.put(name.substring(prefix.length()), value);
          }
        });
    return below;
  }
}

package io.ridecast.forecasting.calibration;

import io.ridecast.forecasting.model.DayForecast;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects how three days of one origin came out, and groups them by size. */
public final class JointErrorScores {
  private static final int GROUPS = 3;

  /** Fewer than this say nothing about one time in ten. */
  private static final int LEAST_ERRORS = 30;

  /** Enough for a P99; more would only make bundles larger. */
  private static final int MOST_ERRORS = 600;

  private static final float STEPS = 1_000;

  private final List<Scored> scored = new ArrayList<>();

  private record Scored(double mean, List<Float> errors) {}

  /** No errors yet. */
  public JointErrorScores() {}

  /**
   * Adds a forecast and what came, in rides; with a missing day it is left out.
   *
   * @param days a community's three days from one origin, intervals calibrated
   */
  public void add(List<DayForecast> days, List<Double> actuals) {
    List<Float> errors = new ArrayList<>();
    double mean = 0;
    for (int day = 0; day < days.size(); day++) {
      double error = DayError.of(days.get(day), actuals.get(day));
      errors.add(Math.round(error * STEPS) / STEPS);
      mean += days.get(day).mean();
    }
    if (actuals.stream().noneMatch(actual -> actual.isNaN())) {
      scored.add(new Scored(mean, errors));
    }
  }

  /** The errors in thirds by size; empty where there are too few of them. */
  public Optional<JointErrors> errors() {
    scored.sort(Comparator.comparingDouble(Scored::mean));
    List<JointErrors.Group> groups = new ArrayList<>();
    int count = Math.min(GROUPS, scored.size() / LEAST_ERRORS);
    for (int group = 0; group < count; group++) {
      groups.add(
          group(
              scored.subList(group * scored.size() / count, (group + 1) * scored.size() / count)));
    }
    return groups.isEmpty() ? Optional.empty() : Optional.of(new JointErrors(groups));
  }

  private static JointErrors.Group group(List<Scored> members) {
    int kept = Math.min(MOST_ERRORS, members.size());
    List<List<Float>> errors = new ArrayList<>();
    for (int index = 0; index < kept; index++) {
      errors.add(members.get((int) ((long) index * members.size() / kept)).errors());
    }
    return new JointErrors.Group(members.get(members.size() - 1).mean(), errors);
  }
}

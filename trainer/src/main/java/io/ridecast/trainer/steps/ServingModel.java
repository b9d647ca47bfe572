package io.ridecast.trainer.steps;

import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.training.TrainingParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the model that serves when a run begins was made, as far as that can be known. */
public final class ServingModel {
  private final String version;
  private final @Nullable TrainingParameters parameters;
  private final LocalDate lastDay;
  private final String remark;

  private ServingModel(
      String version, @Nullable TrainingParameters parameters, LocalDate lastDay, String remark) {
    this.version = version;
    this.parameters = parameters;
    this.lastDay = lastDay;
    this.remark = remark;
  }

  /** There is none yet. */
  public static ServingModel none() {
    return new ServingModel("", null, LocalDate.MIN, "");
  }

  /** There is one, and this is it. */
  public static ServingModel of(String version, ModelBundle bundle, TrainingParameters defaults) {
    try {
      String lastDay = bundle.training().getOrDefault("last_day", "");
      return new ServingModel(
          version, defaults.from(bundle.parameters()), LocalDate.parse(lastDay), "");
    } catch (IllegalArgumentException | DateTimeException e) {
      return unreadable(version, e.getMessage() + "");
    }
  }

  /** There is one that cannot be read: nothing can be compared with it. */
  public static ServingModel unreadable(String version, String cause) {
    return new ServingModel(
        version,
        null,
        LocalDate.MIN,
        " (no comparison: champion %s cannot be read, %s)".formatted(version, cause));
  }

  String version() {
    return version;
  }

  /** The last day that it was fitted on. */
  LocalDate lastDay() {
    return lastDay;
  }

  String remark() {
    return remark;
  }

  /** Its parameters, with the held-out days of {@code challenger}. */
  Optional<TrainingParameters> recipe(TrainingParameters challenger) {
    return Optional.ofNullable(parameters).map(own -> own.holdingOutAs(challenger));
  }
}

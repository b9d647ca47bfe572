package io.ridecast.predictor.forecasts;

import io.ridecast.predictor.models.ReadyModel;
import io.ridecast.predictor.models.ServingModels;
import io.ridecast.records.ModelAnnouncement;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a task's model: the ready one, unless this task has served a later one already (it came
 * from an instance that was quicker, or has just started); that one is waited for, since to go back
 * and forth would make two rounds of forecasts. The fallback serves only when none is to come.
 */
final class ModelChoice {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final String MODEL = "model";

  private final ServingModels models;
  private final Patience patience = new Patience(LONGEST_WAIT);
  private @Nullable ModelAnnouncement served;

  ModelChoice(ServingModels models) {
    this.models = models;
  }

  /** Begins with what the store says was served. */
  void begin(@Nullable ModelAnnouncement servedBefore) {
    served = servedBefore;
    patience.forgetAll();
    if (servedBefore != null) {
      models.servedBefore(servedBefore);
    }
  }

  /** The model to forecast with now; empty while one is waited for. */
  Optional<Choice> choose(long wallMillis) {
    Optional<ReadyModel> ready = models.ready();
    boolean behind = ready.map(this::isBehind).orElseGet(models::deciding);
    if (!behind) {
      patience.forget(MODEL);
    } else if (patience.lasts(MODEL, wallMillis)) {
      return Optional.empty();
    }
    return Optional.of(
        new Choice(ready.map(ServingModel::of).orElseGet(ServingModel::fallback), ready, behind));
  }

  /** What has to be written down as served from now on, if anything. */
  Optional<ModelAnnouncement> newlyServed(Choice choice) {
    return choice
        .ready()
        .filter(ready -> !choice.behind())
        .map(ReadyModel::announcement)
        .filter(now -> served == null || now.getSequence() != served.getSequence());
  }

  void served(ModelAnnouncement announcement) {
    served = announcement;
  }

  private boolean isBehind(ReadyModel ready) {
    return served != null && ready.decided() < served.getSequence();
  }

  /**
   * A choice.
   *
   * @param serving makes the forecasts
   * @param ready the verified model behind it; empty for the fallback
   * @param behind whether the task has served a later model before
   */
  record Choice(ServingModel serving, Optional<ReadyModel> ready, boolean behind) {

    /** The version that all forecasts should be of. */
    Optional<String> versionForAll() {
      return behind ? Optional.empty() : ready.map(ReadyModel::version);
    }
  }
}

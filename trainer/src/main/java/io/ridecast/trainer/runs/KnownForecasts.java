package io.ridecast.trainer.runs;

import io.ridecast.forecasting.training.HeldOutFile;
import io.ridecast.forecasting.training.HeldOutForecasts;
import io.ridecast.records.TrainingStep;
import io.ridecast.runtime.artifacts.ArtifactStore;
import io.ridecast.trainer.models.RegisteredModel;
import io.ridecast.trainer.steps.CalibrateStep;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The forecasts that models were calibrated on, as their runs left them. */
final class KnownForecasts {
  private static final Logger LOG = LoggerFactory.getLogger(KnownForecasts.class);

  private final RunHistory runs;
  private final ArtifactStore store;

  KnownForecasts(RunHistory runs, ArtifactStore store) {
    this.runs = runs;
    this.store = store;
  }

  /** Those of a model; empty if they cannot be read any more. */
  Optional<HeldOutForecasts> of(RegisteredModel model) {
    return runs.file(model.runId(), TrainingStep.CALIBRATE, CalibrateStep.FILE)
        .flatMap(new RunFiles(store, model.runId())::read)
        .flatMap(KnownForecasts::forecasts);
  }

  private static Optional<HeldOutForecasts> forecasts(byte[] content) {
    try {
      return Optional.of(HeldOutFile.read(content));
    } catch (IOException e) {
      LOG.warn("held-out forecasts cannot be read: {}", e.getMessage());
      return Optional.empty();
    }
  }
}

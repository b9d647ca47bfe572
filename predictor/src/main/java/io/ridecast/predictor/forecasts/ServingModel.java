package io.ridecast.predictor.forecasts;

import io.ridecast.forecasting.model.FallbackModel;
import io.ridecast.forecasting.model.ForecastModel;
import io.ridecast.predictor.models.ReadyModel;
import org.jspecify.annotations.Nullable;

/**
 * The model that makes the next forecasts.
 *
 * @param model makes them
 * @param runId the training run that made it; null for the fallback
 * @param sequence of its announcement; 0 for the fallback
 */
record ServingModel(ForecastModel model, @Nullable String runId, long sequence) {
  private static final ServingModel FALLBACK = new ServingModel(new FallbackModel(), null, 0);

  static ServingModel fallback() {
    return FALLBACK;
  }

  static ServingModel of(ReadyModel ready) {
    return new ServingModel(
        ready.model(), ready.announcement().getRunId(), ready.announcement().getSequence());
  }

  boolean isFallback() {
    return sequence == 0;
  }

  String version() {
    return model.version();
  }
}

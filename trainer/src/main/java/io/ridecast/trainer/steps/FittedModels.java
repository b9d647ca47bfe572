package io.ridecast.trainer.steps;

import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.training.TrainingParameters;

/**
 * What a fit gives.
 *
 * @param parameters of both
 * @param candidate fitted without the held-out days, to be judged
 * @param served fitted on all days, to serve if the candidate passes
 */
public record FittedModels(
    TrainingParameters parameters, ModelBundle candidate, ModelBundle served) {}

package io.ridecast.forecasting.training;

import io.ridecast.forecasting.bundle.ModelBundle;

/**
 * What a training gives.
 *
 * @param bundle the model, fitted on all days
 * @param report how the same procedure did on held-out days, fitted without them
 */
public record TrainedModel(ModelBundle bundle, HoldOutReport report) {}

package io.ridecast.trainer.runs;

import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.trainer.steps.Verdict;
import java.util.Map;

/**
 * A model that the gate has judged.
 *
 * @param metrics by the names that announcements give them
 */
record JudgedModel(ModelBundle bundle, Map<String, Double> metrics, Verdict verdict) {}

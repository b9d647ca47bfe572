package io.ridecast.trainer.tracking;

import io.ridecast.records.TrainingRequest;
import java.time.Instant;

/**
 * What is known of a run before it begins.
 *
 * @param runId its id, on {@code training-runs} too
 * @param request what it carries out
 * @param startedAt when its trainer took it up
 */
public record RunOutline(String runId, TrainingRequest request, Instant startedAt) {}

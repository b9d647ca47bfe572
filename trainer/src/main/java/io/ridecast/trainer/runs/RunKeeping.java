package io.ridecast.trainer.runs;

import io.ridecast.runtime.artifacts.ArtifactStore;
import io.ridecast.trainer.models.ModelRegistry;
import io.ridecast.trainer.tracking.Tracking;

/**
 * Where runs leave what is to last.
 *
 * @param files what their steps go on from
 * @param models those that passed
 * @param tracking their records, for people
 */
public record RunKeeping(ArtifactStore files, ModelRegistry models, Tracking tracking) {}

package io.ridecast.trainer.tracking;

import io.ridecast.runtime.artifacts.ArtifactStore;

/** Keeps the records of runs as files in the model store, {@code runs/<run>/record/...}. */
public final class FileTracking implements Tracking {
  private final ArtifactStore store;

  public FileTracking(ArtifactStore store) {
    this.store = store;
  }

  @Override
  public RunRecord of(RunOutline run) {
    return new FileRecord(store, run);
  }
}

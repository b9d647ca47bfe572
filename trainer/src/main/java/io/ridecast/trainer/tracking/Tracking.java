package io.ridecast.trainer.tracking;

/**
 * Where runs are written down for people to look at and compare. No run depends on it: what goes on
 * and what is announced is decided by {@code training-runs} and by the models.
 */
public interface Tracking {
  /** Writes nothing down. */
  Tracking NONE = run -> new NoRecord();

  /**
   * The record of a run: a new one, or the one that an earlier trainer began. Nothing is asked or
   * written before there is something to write.
   */
  RunRecord of(RunOutline run);
}

package io.ridecast.trainer.runs;

/** The run was given up because this trainer is no longer on duty. */
public final class RunAbandoned extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RunAbandoned() {
    super("this trainer is no longer on duty");
  }
}

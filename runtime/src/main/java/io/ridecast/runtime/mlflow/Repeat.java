package io.ridecast.runtime.mlflow;

/** Whether a request may be sent again when it is not known what became of it. */
enum Repeat {
  /** Twice is as good as once. */
  HARMLESS,
  /** Only when the server says that it did nothing. */
  HARMFUL
}

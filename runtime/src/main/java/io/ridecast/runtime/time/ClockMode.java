package io.ridecast.runtime.time;

/** Where the business time comes from. */
public enum ClockMode {
  /** The machine's clock: production. */
  WALL,
  /** What the watermarks have reached: a demo or a replay of the past. */
  WATERMARK
}

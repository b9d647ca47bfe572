package io.ridecast.benchmarks.machine;

import java.time.Duration;

/**
 * How one process worked off its rides.
 *
 * @param thread end of the name of the thread that processed
 * @param first when the first rides were seen to be done
 * @param warm when a quarter of them was
 * @param last when all were
 * @param closed when also what follows from the last ride was written
 * @param cells communities' days that it counted; 0 if it does not count
 * @param peakKiB the most memory that the process held
 */
public record Run(
    String thread, Mark first, Mark warm, Mark last, Mark closed, long cells, long peakKiB) {
  private static final double NANOS = 1e9;

  /** Rides a second over the last three quarters. */
  public double warmRate() {
    return rate(warm);
  }

  /** Rides a second from the first one on. */
  public double rate() {
    return rate(first);
  }

  /** CPU of the processing thread over the last three quarters, microseconds a ride. */
  public double threadMicros() {
    return (last.threadNanos() - warm.threadNanos()) / 1e3 / rides(warm);
  }

  /** CPU of the process over the last three quarters, seconds for a million rides. */
  public double processSeconds() {
    return (last.processNanos() - warm.processNanos()) / NANOS * 1e6 / rides(warm);
  }

  /**
   * CPU of the processing thread from the first rides to the last day's close, microseconds a ride.
   */
  public double wholeThreadMicros() {
    return (closed.threadNanos() - first.threadNanos()) / 1e3 / rides(first);
  }

  /** CPU of the process over the same time, seconds for a million rides. */
  public double wholeProcessSeconds() {
    return (closed.processNanos() - first.processNanos()) / NANOS * 1e6 / rides(first);
  }

  /** How long the last three quarters took. */
  public Duration warmTime() {
    return Duration.ofNanos(last.nanos() - warm.nanos());
  }

  private double rate(Mark from) {
    return rides(from) * NANOS / (last.nanos() - from.nanos());
  }

  private double rides(Mark from) {
    return last.rides() - from.rides();
  }
}

package io.ridecast.benchmarks.ladder;

import io.ridecast.benchmarks.machine.Run;

/**
 * One variant's run in one round.
 *
 * @param bytes written to output and changelogs
 */
record Round(int number, Variant variant, int rides, Run run, long bytes) {
  double bytesPerRide() {
    return (double) bytes / rides;
  }
}

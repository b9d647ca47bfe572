package io.ridecast.benchmarks.input;

import io.ridecast.records.Ride;
import io.ridecast.records.RideWatermark;

/** Takes the input in the order in which it is sent. */
interface InputSink {
  void ride(int partition, long offset, Ride ride);

  /** All rides given so far come before it. */
  void watermark(int partition, RideWatermark watermark);
}

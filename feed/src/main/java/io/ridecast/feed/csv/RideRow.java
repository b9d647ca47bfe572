package io.ridecast.feed.csv;

import io.ridecast.records.Ride;
import java.time.LocalDateTime;

/** One row of a ride file. */
public sealed interface RideRow {

  /** The row's first line in its file, counted from 1; the heading is line 1. */
  long line();

  /**
   * A row that can be sent; whether its ride counts is for the aggregator to judge.
   *
   * @param start when the ride began as the file writes it, which the ride's instant does not tell
   *     where the clocks were changed
   */
  record Accepted(Ride ride, LocalDateTime start, long line) implements RideRow {}

  /** A row that cannot be a ride at all. */
  record Skipped(SkipReason reason, long line) implements RideRow {}
}

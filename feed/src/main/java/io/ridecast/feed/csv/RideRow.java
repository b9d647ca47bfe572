package io.ridecast.feed.csv;

import io.ridecast.records.Ride;

/** One row of a ride file. */
public sealed interface RideRow {

  /** The row's first line in its file, counted from 1; the heading is line 1. */
  long line();

  /** A row that can be sent; whether its ride counts is for the aggregator to judge. */
  record Accepted(Ride ride, long line) implements RideRow {}

  /** A row that cannot be a ride at all. */
  record Skipped(SkipReason reason, long line) implements RideRow {}
}

package io.ridecast.aggregator.packing;

import org.jspecify.annotations.Nullable;

/**
 * Walks over the records of {@code rides} that came at once: one, or those of a pack. The value is
 * shown in place, so that reading a ride copies nothing.
 */
public interface RideRecords {

  /** The records in what Streams handed over. */
  static RideRecords of(
      byte @Nullable [] key, byte @Nullable [] value, long offset, long appendedAt) {
    return value != null && PackFormat.isPack(value)
        ? new RidePack(value, offset, appendedAt)
        : new SingleRide(key, value, offset, appendedAt);
  }

  /** Goes to the next record; false behind the last one. */
  boolean next();

  /** The record's own offset in its partition. */
  long offset();

  /** When the broker got it, milliseconds since 1970. */
  long appendedAt();

  /** False for a tombstone. */
  boolean hasValue();

  /** The bytes that hold the value from {@link #start} to {@link #end}. */
  byte[] buffer();

  /** Where the value begins. */
  int start();

  /** Where the value ends, exclusive. */
  int end();

  /** A copy of the key. */
  byte @Nullable [] key();

  /** A copy of the value. */
  byte @Nullable [] value();
}

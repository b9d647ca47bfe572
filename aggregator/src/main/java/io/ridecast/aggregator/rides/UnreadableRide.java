package io.ridecast.aggregator.rides;

import org.apache.kafka.common.errors.SerializationException;

/** Bytes that are no ride, and never will be. */
final class UnreadableRide extends SerializationException {
  private static final long serialVersionUID = 1L;

  UnreadableRide(String message) {
    super(message);
  }

  UnreadableRide(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}

package io.ridecast.schemas.serdes;

import org.apache.kafka.common.errors.SerializationException;

/** Bytes that are no record of their topic, and never will be. */
public final class UndecodableRecord extends SerializationException {
  private static final long serialVersionUID = 1L;

  UndecodableRecord(String message) {
    super(message);
  }

  UndecodableRecord(String message, Throwable cause) {
    super(message, cause);
  }
}

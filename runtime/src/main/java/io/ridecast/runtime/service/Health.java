package io.ridecast.runtime.service;

/** How a service is, as {@code /health/ready} tells it. */
public sealed interface Health {

  /** Not yet able to do its work: what it waits for, for people to read. */
  record Starting(String waitingFor) implements Health {}

  /** Doing its work. */
  record Ready() implements Health {}

  /** Ended by a failure. */
  record Failed(String cause) implements Health {}
}

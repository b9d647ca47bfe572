package io.ridecast.runtime.http;

import io.ridecast.runtime.service.CannotStart;

/** A port that another process listens on. */
public final class PortTaken extends CannotStart {

  PortTaken(int port, String setting, Throwable cause) {
    super(
        "Port " + port + " is taken: set " + setting + " to another, or end what listens there",
        cause);
  }
}

package io.ridecast.local.ports;

/** Another program listens on a port that this one needs. */
public final class PortTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortTaken(Port port) {
    super(
        "Port %d is taken by another program: end it, or set %s to a free port"
            .formatted(port.number(), port.setting()));
  }
}

package io.ridecast.local.ports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * A TCP port of this machine's loopback interface and the setting that moves it.
 *
 * @param setting the environment variable that holds the number, named when the port is taken
 * @param number 1 to 65535
 */
public record Port(String setting, int number) {
  public Port {
    if (number < 1 || number > 65_535) {
      throw new IllegalArgumentException(setting + "=" + number + " is not a port (1 to 65535)");
    }
  }

  /** A port that was free a moment ago. */
  public static Port free(String setting) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return new Port(setting, socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException("No free port on the loopback interface", e);
    }
  }

  /** Whether something listens here already. */
  public boolean isTaken() {
    try (ServerSocket socket = new ServerSocket()) {
      // Connections of the last run that wait for their end do not hold the port.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /**
   * Returns this port if it is free.
   *
   * @throws PortTaken naming the setting
   */
  public Port requireFree() {
    if (isTaken()) {
      throw new PortTaken(this);
    }
    return this;
  }

  /** Where a client on this machine connects. */
  public String address() {
    return "127.0.0.1:" + number;
  }
}

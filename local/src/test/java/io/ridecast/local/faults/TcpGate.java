package io.ridecast.local.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Stands before a server. While it is shut, every connection breaks off at once. */
public final class TcpGate implements AutoCloseable {
  private final URI target;
  private final ServerSocket server;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final AtomicLong refused = new AtomicLong();
  private volatile boolean shut;

  /** A gate that is open. */
  public TcpGate(URI target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    inBackground(this::accept);
  }

  /** The way through it. */
  public String url() {
    return "http://localhost:" + server.getLocalPort() + target.getPath();
  }

  /** Lets everybody through. */
  public void open() {
    shut = false;
  }

  /** Lets nobody through, and breaks off what there is. */
  public void shut() {
    shut = true;
    connections.forEach(TcpGate::close);
    refused.set(0);
  }

  /** How many came since it was shut. */
  long refused() {
    return refused.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
    shut();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        if (shut) {
          refused.incrementAndGet();
          client.close();
        } else {
          connect(client, new Socket(target.getHost(), target.getPort()));
        }
      } catch (IOException e) {
        // The next one may come through; at the end the server is closed.
      }
    }
  }

  private void connect(Socket client, Socket target) {
    connections.add(client);
    connections.add(target);
    inBackground(() -> pass(client, target));
    inBackground(() -> pass(target, client));
  }

  private void pass(Socket from, Socket to) {
    try (InputStream input = from.getInputStream()) {
      input.transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side has ended it; the other follows.
    } finally {
      close(from);
      close(to);
      connections.remove(from);
      connections.remove(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void inBackground(Runnable work) {
    Thread thread = new Thread(work, "tcp-gate");
    thread.setDaemon(true);
    thread.start();
  }
}

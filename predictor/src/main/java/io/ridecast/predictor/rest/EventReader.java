package io.ridecast.predictor.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** One reader of the stream: what it has still to be sent. */
final class EventReader implements AutoCloseable {
  /** Some rounds of forecasts of a city. */
  private static final int MOST_WAITING = 2_000;

  /** Shows a reader's proxies, and us, that the connection lives. */
  private static final byte[] STILL_HERE = ":\n\n".getBytes(StandardCharsets.UTF_8);

  private static final int QUIET_SECONDS = 10;
  private static final byte[] END = new byte[0];

  private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

  /** Adds an event, or ends a reader that has fallen too far behind. */
  void offer(byte[] event) {
    if (!waiting.offer(event)) {
      close();
    }
  }

  /** Sends until the reader has gone or has been ended. */
  void pump(OutputStream out) {
    try {
      byte[] event = waiting.take();
      while (event.length > 0) {
        out.write(event);
        if (waiting.isEmpty()) {
          out.flush();
        }
        byte[] next = waiting.poll(QUIET_SECONDS, TimeUnit.SECONDS);
        event = next == null ? STILL_HERE : next;
      }
    } catch (IOException gone) {
      return; // the usual end: the reader has closed the connection
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    waiting.clear();
    waiting.add(END);
  }
}

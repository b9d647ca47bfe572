package io.ridecast.predictor.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.ridecast.records.Forecast;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends forecasts and the clock to browsers as server-sent events, as they come. Each reader has
 * its own queue, so a slow one keeps nobody waiting; one that falls far behind is cut off and asks
 * again.
 */
public final class EventStream implements AutoCloseable {
  private static final int MOST_READERS = 64;

  private final Bodies bodies;
  private final Set<EventReader> readers = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  EventStream(Bodies bodies) {
    this.bodies = bodies;
  }

  /** Tells all readers of a forecast. */
  public void forecast(Forecast forecast) {
    if (!readers.isEmpty()) {
      tell("forecast", bodies.forecast(forecast));
    }
  }

  /** Tells all readers what time it is for the business. */
  public void clock() {
    if (!readers.isEmpty()) {
      tell("clock", bodies.clock());
    }
  }

  /** Serves one reader until it goes away. */
  void serve(Context context) throws IOException {
    if (closed || readers.size() >= MOST_READERS) {
      throw Problem.notReady("Too many readers follow the stream already.");
    }
    context.res().setContentType("text/event-stream");
    context.res().setCharacterEncoding(StandardCharsets.UTF_8.name());
    context.res().setHeader("Cache-Control", "no-cache");
    context.res().setHeader("X-Accel-Buffering", "no");
    EventReader reader = new EventReader();
    reader.offer(event("clock", bodies.clock()));
    readers.add(reader);
    try {
      OutputStream out = context.res().getOutputStream();
      reader.pump(out);
    } finally {
      readers.remove(reader);
    }
  }

  /** Lets all readers go. */
  @Override
  public void close() {
    closed = true;
    readers.forEach(EventReader::close);
  }

  private void tell(String name, JsonNode data) {
    byte[] event = event(name, data);
    readers.forEach(reader -> reader.offer(event));
  }

  private static byte[] event(String name, JsonNode data) {
    String text = "event: " + name + "\ndata: " + data + "\n\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

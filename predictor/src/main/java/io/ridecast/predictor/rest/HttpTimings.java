package io.ridecast.predictor.rest;

import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** Measures how long answers take, by method, route and status. */
final class HttpTimings {
  private final MeterRegistry meters;

  HttpTimings(MeterRegistry meters) {
    this.meters = meters;
  }

  void measure(Context context, float millis) {
    Timer.builder("ridecast.http.requests")
        .description("Time to answer a request")
        .tag("method", context.method().name())
        .tag("route", route(context))
        .tag("status", Integer.toString(context.statusCode()))
        .register(meters)
        .record((long) (millis * 1_000), TimeUnit.MICROSECONDS);
  }

  /** The pattern, never the path: a scan of made-up paths must not make a series each. */
  private static String route(Context context) {
    boolean matched = context.handlerType().isHttpMethod();
    return matched ? context.endpointHandlerPath() : "none";
  }
}

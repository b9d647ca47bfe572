package io.ridecast.runtime.http;

import io.javalin.config.RouterConfig;
import io.javalin.http.Context;
import io.ridecast.runtime.metrics.MetricsRegistry;
import io.ridecast.runtime.service.Health;
import java.util.Map;
import java.util.function.Supplier;

/** The routes that every service answers; any Javalin application can take them in. */
public final class OperationsRoutes {
  private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final String PROBLEM_TYPE = "application/problem+json";
  private static final String RETRY_SECONDS = "1";

  private final MetricsRegistry metrics;
  private final Supplier<Health> health;

  public OperationsRoutes(MetricsRegistry metrics, Supplier<Health> health) {
    this.metrics = metrics;
    this.health = health;
  }

  /** Adds /metrics, /health/live and /health/ready. */
  public void addTo(RouterConfig router) {
    router.mount(
        routes -> {
          routes.get(
              "/metrics", context -> context.contentType(METRICS_TYPE).result(metrics.scrape()));
          routes.get("/health/live", this::live);
          routes.get("/health/ready", this::ready);
        });
  }

  /** Alive as long as a restart would not help: also while starting. */
  private void live(Context context) {
    if (health.get() instanceof Health.Failed failed) {
      problem(context, "Failed", failed.cause());
    } else {
      context.json(Map.of("status", "UP"));
    }
  }

  private void ready(Context context) {
    Health now = health.get();
    if (now instanceof Health.Starting starting) {
      context.header("Retry-After", RETRY_SECONDS);
      problem(context, "Not ready", "Waiting for " + starting.waitingFor() + ".");
    } else if (now instanceof Health.Failed failed) {
      problem(context, "Failed", failed.cause());
    } else {
      context.json(Map.of("status", "READY"));
    }
  }

  private static void problem(Context context, String title, String detail) {
    context
        .status(503)
        .json(Map.of("type", "about:blank", "title", title, "status", 503, "detail", detail))
        .contentType(PROBLEM_TYPE);
  }
}

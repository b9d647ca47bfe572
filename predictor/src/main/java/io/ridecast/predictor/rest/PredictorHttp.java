package io.ridecast.predictor.rest;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.EndpointNotFound;
import io.micrometer.core.instrument.MeterRegistry;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.predictor.lookups.ForecastBoard;
import io.ridecast.predictor.lookups.HistoryBoard;
import io.ridecast.predictor.lookups.TrainingBoard;
import io.ridecast.predictor.models.ServingModels;
import io.ridecast.predictor.page.PageRoutes;
import io.ridecast.runtime.http.OperationsRoutes;
import io.ridecast.runtime.time.BusinessClock;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The predictor's HTTP application: all routes, and one way to say what went wrong. */
public final class PredictorHttp {
  private static final Logger LOG = LoggerFactory.getLogger(PredictorHttp.class);
  private static final long SLOWEST_BODY_BYTES_PER_SECOND = 100;
  private static final long LONGEST_SILENCE_MILLIS = 10_000;

  /** Only our own files run in the page, and nobody frames it. */
  private static final Map<String, String> SECURITY =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer");

  private final LookUpRoutes lookUps;
  private final TrainingRoute trainings;
  private final PredictRoute predict;
  private final EventStream events;
  private final OperationsRoutes operations;
  private final HttpTimings timings;

  /**
   * An application that is not started yet.
   *
   * @param loaded whether the boards hold what the topics held at the start
   */
  public PredictorHttp(
      Catalogue catalogue,
      ForecastBoard forecasts,
      HistoryBoard history,
      TrainingBoard trainings,
      ServingModels models,
      BusinessClock clock,
      BooleanSupplier loaded,
      OperationsRoutes operations,
      MeterRegistry meters) {
    Questions questions = new Questions(catalogue, forecasts, loaded);
    Bodies bodies = new Bodies(catalogue, clock);
    this.lookUps = new LookUpRoutes(questions, bodies, forecasts, history, models, clock);
    this.trainings = new TrainingRoute(questions, trainings);
    this.predict = new PredictRoute(questions);
    this.events = new EventStream(bodies);
    this.operations = operations;
    this.timings = new HttpTimings(meters);
    forecasts.listen(events::forecast);
  }

  /** The readers that follow as it happens. */
  public EventStream events() {
    return events;
  }

  /** The application with all of its routes. */
  public Javalin application() {
    Javalin application = Javalin.create(this::configure);
    new PageRoutes().mount(application);
    return application;
  }

  private void configure(JavalinConfig config) {
    config.showJavalinBanner = false;
    config.startupWatcherEnabled = false;
    config.useVirtualThreads = false;
    config.http.prefer405over404 = true;
    config.http.gzipOnlyCompression(4);
    config.jetty.modifyServer(server -> server.setErrorHandler(new JettyProblems()));
    config.jetty.modifyHttpConfiguration(PredictorHttp::configure);
    config.requestLogger.http(timings::measure);
    operations.addTo(config.router);
    config.router.mount(
        router -> {
          router.before(context -> SECURITY.forEach(context::header));
          router.exception(Problem.class, (problem, context) -> Answers.send(context, problem));
          router.exception(HttpResponseException.class, PredictorHttp::sendOther);
          router.exception(Exception.class, PredictorHttp::sendUnexpected);
          router.post("/predict", predict::predict);
          router.get("/v1/stream", events::serve);
        });
    get(config, "/v1/communities", lookUps::communities);
    get(config, "/v1/forecasts", lookUps::forecasts);
    get(config, "/v1/forecasts/{community}", lookUps::forecast);
    get(config, "/v1/forecasts/{community}/{date}", lookUps::forecastDay);
    get(config, "/v1/history/{community}", lookUps::history);
    get(config, "/v1/model", lookUps::model);
    get(config, "/v1/training", trainings::training);
    get(config, "/openapi.json", OpenApi::send);
  }

  /** HEAD is answered by the same code, else it would claim that everything is there. */
  private static void get(JavalinConfig config, String path, Handler handler) {
    config.router.mount(router -> router.get(path, handler).head(path, handler));
  }

  private static void configure(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setIdleTimeout(LONGEST_SILENCE_MILLIS);
    http.setMinRequestDataRate(SLOWEST_BODY_BYTES_PER_SECOND);
  }

  private static void sendOther(HttpResponseException other, Context context) {
    if (other instanceof MethodNotAllowedResponse) {
      String allowed = String.join(", ", other.getDetails().values());
      Answers.send(context, Problem.methodNotAllowed(context.req().getMethod(), allowed));
    } else if (other instanceof EndpointNotFound) {
      Answers.send(context, Problem.notFound("There is nothing at this address."));
    } else {
      Answers.send(
          context, new Problem(other.getStatus(), "Refused", String.valueOf(other.getMessage())));
    }
  }

  private static void sendUnexpected(Exception unexpected, Context context) {
    LOG.error("{} {} failed.", context.method(), context.path(), unexpected);
    Answers.send(
        context, new Problem(500, "Internal error", "This should not happen; the log says more."));
  }
}

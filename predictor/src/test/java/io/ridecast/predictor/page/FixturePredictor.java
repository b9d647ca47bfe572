package io.ridecast.predictor.page;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.sse.SseClient;
import io.ridecast.forecasting.catalogue.Community;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The page on a server that answers as the predictor does, from a city of fixed numbers. */
final class FixturePredictor implements AutoCloseable {

  enum Phase {
    LOADING,
    WITHOUT_FORECASTS,
    READY
  }

  private final FixtureCity city;
  private final Queue<SseClient> listeners = new ConcurrentLinkedQueue<>();
  private final Javalin app;
  private volatile Phase phase = Phase.READY;

  FixturePredictor(FixtureCity city, int port) {
    this.city = city;
    app = Javalin.create(config -> config.showJavalinBanner = false);
    new PageRoutes().mount(app);
    app.get("/v1/communities", context -> context.json(Map.of("communities", communities())));
    app.get("/v1/forecasts", this::forecasts);
    app.get("/v1/history/{community}", this::history);
    app.get("/v1/model", context -> context.json(Map.of("champion", city.champion())));
    app.get("/v1/training", context -> context.result("{\"run\":null}"));
    app.sse("/v1/stream", this::listen);
    app.before("/v1/*", this::refuseWhileLoading);
    app.start("127.0.0.1", port);
  }

  String url() {
    return "http://127.0.0.1:" + app.port() + "/";
  }

  void enter(Phase next) {
    phase = next;
  }

  /** Closes a business day: new forecasts for all, and a later clock. */
  void closeDay() {
    city.closeDay();
    publish();
  }

  void promote(String version) {
    city.promote(version);
    publish();
  }

  int listeners() {
    return listeners.size();
  }

  @Override
  public void close() {
    listeners.forEach(SseClient::close);
    app.stop();
  }

  private void publish() {
    send("clock", city.clock());
    city.communities().forEach(community -> send("forecast", city.forecast(community)));
    send("forecast", city.cityForecast());
  }

  private void send(String event, Object body) {
    listeners.forEach(listener -> listener.sendEvent(event, body));
  }

  private void listen(SseClient client) {
    client.keepAlive();
    client.onClose(() -> listeners.remove(client));
    listeners.add(client);
    // Headers only leave with the first bytes, and the page waits for them.
    client.sendComment("welcome");
  }

  private void refuseWhileLoading(Context context) {
    if (phase == Phase.LOADING) {
      notReady(context, "The forecasts are being loaded.");
      context.skipRemainingHandlers();
    }
  }

  private static void notReady(Context context, String detail) {
    context.status(HttpStatus.SERVICE_UNAVAILABLE).header(Header.RETRY_AFTER, "1");
    context.json(Map.of("status", 503, "detail", detail)).contentType("application/problem+json");
  }

  private void forecasts(Context context) {
    if (phase == Phase.WITHOUT_FORECASTS) {
      notReady(context, "There is no forecast yet.");
      return;
    }
    List<Map<String, Object>> current = city.communities().stream().map(city::forecast).toList();
    context.json(Map.of("forecasts", current, "city", city.cityForecast(), "clock", city.clock()));
  }

  private void history(Context context) {
    String key = context.pathParam("community");
    int days = Integer.parseInt(context.queryParamMap().get("days").get(0));
    Community community =
        city.communities().stream()
            .filter(candidate -> candidate.key().equals(key))
            .findFirst()
            .orElseThrow(NotFoundResponse::new);
    context.json(Map.of("community", community.number(), "days", city.history(community, days)));
  }

  private List<Map<String, Object>> communities() {
    return city.communities().stream().map(FixturePredictor::described).toList();
  }

  private static Map<String, Object> described(Community community) {
    Map<String, Object> body = new HashMap<>();
    body.put("number", community.number());
    body.put("name", community.name());
    body.put("latitude", Double.isNaN(community.latitude()) ? null : community.latitude());
    body.put("longitude", Double.isNaN(community.longitude()) ? null : community.longitude());
    return body;
  }
}

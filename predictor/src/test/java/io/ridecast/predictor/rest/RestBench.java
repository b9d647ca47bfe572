package io.ridecast.predictor.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.predictor.lookups.ForecastBoard;
import io.ridecast.predictor.lookups.HistoryBoard;
import io.ridecast.predictor.lookups.TrainingBoard;
import io.ridecast.predictor.models.Announcements;
import io.ridecast.predictor.models.ReadyModel;
import io.ridecast.predictor.models.ServingModels;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.Forecast;
import io.ridecast.records.ForecastDay;
import io.ridecast.records.ForecastQuality;
import io.ridecast.records.ForecastTrigger;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import io.ridecast.runtime.http.OperationsRoutes;
import io.ridecast.runtime.metrics.MetricsRegistry;
import io.ridecast.runtime.service.Health;
import io.ridecast.runtime.time.ClockMode;
import io.ridecast.runtime.time.FollowedClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The predictor's real HTTP application on a free port, over boards that the test fills. */
final class RestBench implements AutoCloseable {
  static final LocalDate ORIGIN = LocalDate.of(2020, 9, 10);
  static final Instant GENERATED = Instant.parse("2020-09-11T07:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  final ForecastBoard forecasts = new ForecastBoard();
  final HistoryBoard history = new HistoryBoard();
  final TrainingBoard trainings = new TrainingBoard();
  final FollowedClock clock = new FollowedClock(ClockMode.WATERMARK, () -> Instant.EPOCH);
  final MetricsRegistry metrics = new MetricsRegistry("predictor");
  final PredictorHttp http;
  volatile boolean loaded = true;
  volatile Health health = new Health.Ready();
  volatile Optional<ReadyModel> ready = Optional.empty();
  volatile boolean deciding;
  private final Javalin application;
  private final HttpClient client = HttpClient.newHttpClient();

  RestBench() {
    http =
        new PredictorHttp(
            Catalogue.chicago(),
            forecasts,
            history,
            trainings,
            new Models(),
            clock,
            () -> loaded,
            new OperationsRoutes(metrics, () -> health),
            metrics.meters());
    application = http.application().start(0);
    clock.follow(GENERATED.plusSeconds(90), false);
  }

  void train(TrainingStep step, TrainingStatus status, String detail) {
    Instant started = Instant.parse("2020-09-11T05:00:00Z").plusSeconds(60L * step.ordinal());
    trainings.accept(
        TrainingRun.newBuilder()
            .setRunId("run-a")
            .setRequestId("a")
            .setStep(step)
            .setStatus(status)
            .setStartedAt(started)
            .setEndedAt(status == TrainingStatus.STARTED ? null : started.plusSeconds(60))
            .setDetail(detail)
            .build());
  }

  void forecast(String community, double mean) {
    List<ForecastDay> days =
        IntStream.rangeClosed(1, 3)
            .mapToObj(
                lead ->
                    new ForecastDay(
                        ORIGIN.plusDays(lead),
                        lead,
                        mean + lead - 1,
                        mean * .8,
                        mean * .9,
                        mean * 1.3))
            .toList();
    forecasts.accept(
        Forecast.newBuilder()
            .setForecastId(community + "-x")
            .setCommunity(community)
            .setOriginDate(ORIGIN)
            .setDays(days)
            .setModelVersion("7")
            .setRunId("run-7")
            .setTrigger(ForecastTrigger.DATA)
            .setQuality(ForecastQuality.NORMAL)
            .setDemandRevisions(Map.of())
            .setGeneratedAt(GENERATED)
            .setValidUntil(Instant.parse("2020-09-12T05:00:00Z"))
            .build());
  }

  void day(String community, LocalDate date, int rides) {
    history.accept(new DailyDemand(community, date, rides, 3, DemandStatus.CLOSED, Instant.EPOCH));
  }

  void serve(String version) {
    ModelAnnouncement announcement =
        Announcements.champion(4, version)
            .setMetrics(Map.of("wape", .3))
            .setAnnouncedAt(GENERATED)
            .build();
    ready = Optional.of(new ReadyModel(4, announcement, new NoModel(version)));
  }

  int port() {
    return application.port();
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  HttpResponse<String> predict(String body) throws Exception {
    return send("POST", "/predict", BodyPublishers.ofString(body));
  }

  HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
            .method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  static JsonNode json(HttpResponse<String> response) throws IOException {
    return JSON.readTree(response.body());
  }

  @Override
  public void close() {
    http.events().close();
    application.stop();
    metrics.close();
  }

  private final class Models implements ServingModels {
    @Override
    public Optional<ReadyModel> ready() {
      return ready;
    }

    @Override
    public boolean deciding() {
      return deciding;
    }

    @Override
    public void servedBefore(ModelAnnouncement announcement) {}

    @Override
    public void withdraw(ReadyModel model, String detail) {}
  }
}

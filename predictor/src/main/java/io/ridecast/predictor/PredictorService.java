package io.ridecast.predictor;

import io.micrometer.core.instrument.Gauge;
import io.ridecast.forecasting.circumstances.LiveCircumstances;
import io.ridecast.predictor.demand.CityTotals;
import io.ridecast.predictor.forecasts.DemandEnd;
import io.ridecast.predictor.forecasts.ForecastMetrics;
import io.ridecast.predictor.forecasts.ForecastSetting;
import io.ridecast.predictor.forecasts.LoadedDemand;
import io.ridecast.predictor.lookups.ForecastBoard;
import io.ridecast.predictor.lookups.HistoryBoard;
import io.ridecast.predictor.lookups.LookUpTopology;
import io.ridecast.predictor.lookups.TrainingBoard;
import io.ridecast.predictor.models.BundleVerification;
import io.ridecast.predictor.models.LoaderThread;
import io.ridecast.predictor.models.ModelLoader;
import io.ridecast.predictor.models.ModelNews;
import io.ridecast.predictor.rest.PredictorHttp;
import io.ridecast.records.BusinessClock;
import io.ridecast.runtime.http.HttpServer;
import io.ridecast.runtime.http.OperationsRoutes;
import io.ridecast.runtime.kafka.StreamsService;
import io.ridecast.runtime.kafka.StreamsSettings;
import io.ridecast.runtime.metrics.MetricsRegistry;
import io.ridecast.runtime.service.CannotStart;
import io.ridecast.runtime.service.Health;
import io.ridecast.runtime.service.RootCause;
import io.ridecast.runtime.service.Service;
import io.ridecast.runtime.time.FollowedClock;
import io.ridecast.schemas.registry.SchemaRegistry;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.TopicAdmin;
import io.ridecast.schemas.topics.TopicCatalogue;
import io.ridecast.schemas.topics.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * The predictor as a service: the stream application that forecasts, the one that looks up, and
 * HTTP.
 */
public final class PredictorService implements Service {
  /** Its name, and its application id on Kafka. */
  public static final String NAME = "predictor";

  private static final String APPLICATION = "ridecast-" + NAME;
  private static final String LOOK_UP = APPLICATION + "-lookup";

  private final PredictorConfig config;
  private final AvroSerdes serdes;
  private final MetricsRegistry metrics = new MetricsRegistry(NAME);
  private final FollowedClock clock;
  private final ForecastBoard forecasts = new ForecastBoard();
  private final HistoryBoard history = new HistoryBoard();
  private final TrainingBoard trainings = new TrainingBoard();
  private final LoaderThread loaderThread = new LoaderThread();
  private final ModelNews modelNews;
  private final ModelLoader models;
  private final PredictorHttp http;
  private final HttpServer server;
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private volatile @Nullable StreamsService forecasting;
  private volatile @Nullable StreamsService lookingUp;
  private volatile boolean loaded;
  private volatile LoadedDemand loadedDemand = LoadedDemand.UNKNOWN;
  private boolean closing;

  /** A service that is not started yet. */
  public PredictorService(PredictorConfig config, SchemaRegistry registry, InstantSource wall) {
    this.config = config;
    this.serdes = new AvroSerdes(registry);
    this.clock = new FollowedClock(config.clock(), wall);
    this.modelNews = new ModelNews(config.kafka(), serdes, metrics.meters());
    this.models =
        new ModelLoader(
            config.models(), new BundleVerification(), loaderThread, modelNews, instance(), wall);
    this.http =
        new PredictorHttp(
            config.catalogue(),
            forecasts,
            history,
            trainings,
            models,
            clock,
            this::isLoaded,
            new OperationsRoutes(metrics, this::health),
            metrics.meters());
    this.server = new HttpServer(http.application(), config.httpPort(), "HTTP_PORT");
    Gauge.builder("ridecast.forecast.age", this, PredictorService::oldestAgeSeconds)
        .description("Business time since the oldest of the newest forecasts was made")
        .baseUnit("seconds")
        .register(metrics.meters());
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * Opens the port and looks at the topics, then starts both applications at once, each on a thread
   * of its own: they read whole topics first.
   *
   * @throws CannotStart naming each topic that is missing or has a wrong number of partitions
   */
  @Override
  public void start() {
    server.start();
    checkTopics();
    inBackground("predictor-start", () -> run(forecasting(), started -> forecasting = started));
    inBackground("predictor-lookup-start", () -> run(lookUps(), started -> lookingUp = started));
  }

  /** Ready once look-ups are loaded; afterwards they are always answered. */
  @Override
  public Health health() {
    if (stopped.isCompletedExceptionally()) {
      return new Health.Failed(stopped.handle((nothing, cause) -> RootCause.of(cause)).join());
    }
    StreamsService first = forecasting;
    StreamsService second = lookingUp;
    if (first == null || second == null) {
      return new Health.Starting("its topics");
    }
    return isLoaded() ? new Health.Ready() : second.health();
  }

  @Override
  public CompletableFuture<Void> stopped() {
    return stopped;
  }

  /** The port of look-ups, page, metrics and health. */
  public int httpPort() {
    return server.port();
  }

  @Override
  public void close() {
    http.events().close();
    List<StreamsService> running;
    synchronized (this) {
      closing = true;
      running = Stream.of(forecasting, lookingUp).filter(Objects::nonNull).toList();
    }
    running.parallelStream().forEach(StreamsService::close);
    loaderThread.close();
    modelNews.close();
    server.close();
    metrics.close();
    stopped.complete(null);
  }

  private void run(StreamsService service, Consumer<StreamsService> field) {
    synchronized (this) {
      if (closing) {
        return;
      }
      field.accept(service);
    }
    service.start();
  }

  private void inBackground(String name, Runnable start) {
    Thread thread =
        new Thread(
            () -> {
              try {
                start.run();
              } catch (RuntimeException failure) {
                stopped.completeExceptionally(failure);
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  private StreamsService forecasting() {
    ForecastSetting setting =
        new ForecastSetting(
            config.catalogue(),
            config.calendar(),
            config.grace(),
            clock,
            new CityTotals(),
            new LiveCircumstances(config.events(), config.catalogue().serviceDay()),
            models,
            partition -> loadedDemand.last(partition),
            new ForecastMetrics(metrics.meters()));
    return watched(
        new StreamsService(
            NAME,
            new PredictorTopology(serdes, setting, this::follow, models::announce).get(),
            StreamsSettings.exactlyOnce(
                config.kafka(), APPLICATION, config.stateDir(), Topics.deadLetters(NAME)),
            metrics.meters()));
  }

  private StreamsService lookUps() {
    return watched(
        new StreamsService(
            LOOK_UP,
            new LookUpTopology(serdes, forecasts, history, trainings).get(),
            StreamsSettings.lookUp(config.kafka(), LOOK_UP, config.stateDir()),
            metrics.meters()));
  }

  private StreamsService watched(StreamsService service) {
    var unused =
        service
            .stopped()
            .whenComplete(
                (nothing, failure) -> {
                  if (failure != null) {
                    stopped.completeExceptionally(failure);
                  }
                });
    return service;
  }

  /** Once true, always true: from then on an answer with its age beats none. */
  private boolean isLoaded() {
    StreamsService lookUps = lookingUp;
    if (!loaded && lookUps != null) {
      loaded = lookUps.health() instanceof Health.Ready;
    }
    return loaded;
  }

  private void follow(BusinessClock time) {
    if (clock.loading() && !time.getLoading()) {
      // The closes were out before the clock said so: they are among what is there now.
      loadedDemand = DemandEnd.read(config.kafka());
    }
    clock.follow(time.getNow(), time.getLoading());
    http.events().clock();
  }

  private void checkTopics() {
    try (Admin admin = Admin.create(config.kafka().admin())) {
      TopicAdmin topics = new TopicAdmin(admin, TopicCatalogue.load());
      List<String> problems = topics.problems();
      if (!problems.isEmpty()) {
        throw new CannotStart(String.join("; ", problems));
      }
      topics.communityPartitions();
    }
  }

  private double oldestAgeSeconds() {
    return forecasts.communities().stream()
        .mapToDouble(
            forecast -> Duration.between(forecast.getGeneratedAt(), clock.now()).toMillis() / 1e3)
        .max()
        .orElse(Double.NaN);
  }

  private String instance() {
    return NAME + "-" + ProcessHandle.current().pid();
  }
}

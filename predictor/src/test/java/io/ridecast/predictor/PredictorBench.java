package io.ridecast.predictor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.forecasting.circumstances.LiveCircumstances;
import io.ridecast.forecasting.holidays.EventCalendar;
import io.ridecast.forecasting.model.ForecastModel;
import io.ridecast.predictor.demand.CityTotals;
import io.ridecast.predictor.forecasts.ForecastMetrics;
import io.ridecast.predictor.forecasts.ForecastSetting;
import io.ridecast.predictor.models.ModelEvents;
import io.ridecast.predictor.models.ModelLoader;
import io.ridecast.predictor.models.ReadyModel;
import io.ridecast.predictor.models.Verification;
import io.ridecast.records.BusinessClock;
import io.ridecast.records.CityDemand;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DailyWeather;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.Forecast;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.ModelRejection;
import io.ridecast.records.ModelRejectionReason;
import io.ridecast.records.ModelRole;
import io.ridecast.records.WeatherKind;
import io.ridecast.runtime.artifacts.FileArtifactStore;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.kafka.StreamsSettings;
import io.ridecast.runtime.time.ClockMode;
import io.ridecast.runtime.time.FollowedClock;
import io.ridecast.schemas.registry.InMemoryRegistry;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.DemandKey;
import io.ridecast.schemas.topics.Topic;
import io.ridecast.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;

/** The predictor's topology on a bench: demand, clock and models in by hand, forecasts out. */
final class PredictorBench implements AutoCloseable {
  static final Duration GRACE = Duration.ofHours(2);
  private static final List<String> STORES =
      List.of("communities", "served-model", "demand-position", "city-forecast-parts");
  static final Duration PATIENCE = Duration.ofSeconds(6);

  /** The last day of the history that it can be given. */
  static final LocalDate LAST = LocalDate.of(2020, 9, 10);

  final Catalogue catalogue = Catalogue.chicago();
  final CityTotals city = new CityTotals();
  final List<ModelRejection> rejections = new ArrayList<>();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<Forecast> published = new ArrayList<>();
  private final Builder builder;
  private final FileArtifactStore store;
  private final Map<String, ForecastModel> models;
  private final AvroSerdes serdes;
  private final Topology topology;
  private final TopologyTestDriver driver;
  private final TestInputTopic<String, DailyDemand> demand;
  private final TestInputTopic<String, CityDemand> cityDemand;
  private final TestInputTopic<String, BusinessClock> clock;
  private final TestInputTopic<String, ModelAnnouncement> announcements;
  private final TestInputTopic<String, DailyWeather> weather;
  private final TestOutputTopic<String, Forecast> forecasts;
  private final TestOutputTopic<String, Forecast> log;

  private PredictorBench(Builder builder) {
    this.builder = builder;
    this.store = new FileArtifactStore(builder.directory.resolve("models"));
    this.models = builder.models;
    this.serdes = new AvroSerdes(builder.registry);
    FollowedClock followed = new FollowedClock(ClockMode.WATERMARK, () -> Instant.EPOCH);
    ModelLoader loader =
        new ModelLoader(
            store, this::verify, builder::run, new Told(), "bench", () -> Instant.EPOCH);
    ForecastSetting setting =
        new ForecastSetting(
            catalogue,
            builder.calendar,
            GRACE,
            followed,
            city,
            new LiveCircumstances(EventCalendar.none(), catalogue.serviceDay()),
            loader,
            partition -> builder.lastAtStart,
            new ForecastMetrics(meters));
    this.topology =
        new PredictorTopology(
                serdes,
                setting,
                time -> followed.follow(time.getNow(), time.getLoading()),
                loader::announce)
            .get();
    Properties settings =
        StreamsSettings.exactlyOnce(
            KafkaConfig.plain("nowhere:9092"),
            "predictor",
            builder.directory.resolve("state"),
            Topics.deadLetters("predictor"));
    this.driver = new TopologyTestDriver(topology, settings, Instant.parse("2026-01-01T00:00:00Z"));
    this.demand = input(Topics.DAILY_DEMAND);
    this.cityDemand = input(Topics.CITY_DEMAND);
    this.clock = input(Topics.BUSINESS_CLOCK);
    this.announcements = input(Topics.MODELS);
    this.weather = input(Topics.WEATHER);
    this.forecasts = output(Topics.FORECASTS);
    this.log = output(Topics.FORECAST_LOG);
  }

  static Builder in(Path directory) {
    return new Builder(directory);
  }

  /** Closes the days of a community with constant demand and brings the clock behind the last. */
  void close(int community, LocalDate day, int rides) {
    demand(community, day, rides, 1, DemandStatus.CLOSED);
  }

  void demand(int community, LocalDate day, int rides, int revision, DemandStatus status) {
    String key = Integer.toString(community);
    demand.pipeInput(
        DemandKey.of(key, day), new DailyDemand(key, day, rides, revision, status, Instant.EPOCH));
  }

  void tombstone(int community, LocalDate day) {
    demand.pipeInput(DemandKey.of(Integer.toString(community), day), (DailyDemand) null);
  }

  /** Every community's days up to the last, then the city's. */
  void history(LocalDate last, int days) {
    for (LocalDate day = last.minusDays(days - 1L); !day.isAfter(last); day = day.plusDays(1)) {
      closeEverywhere(day);
    }
  }

  /** 30 days of every community up to {@link #LAST}, and the forecasts that follow. */
  void readHistory() {
    clock(LAST.minusDays(30), 0, true);
    history(LAST, 30);
    clockAtCloseOf(LAST);
    rounds(3);
  }

  /** The same, with the forecasts taken: what comes out behind it is news. */
  void settle() {
    readHistory();
    assertThat(forecasts()).hasSize(77);
    log();
  }

  void closeEverywhere(LocalDate day) {
    for (Community community : catalogue.communities()) {
      close(community.number(), day, community.number() + day.getDayOfWeek().getValue());
    }
    city(day, 3_000);
  }

  void city(LocalDate day, int rides) {
    cityDemand.pipeInput(day.toString(), new CityDemand(day, rides, 1, DemandStatus.CLOSED, 77));
  }

  /** A forecast or observation of a day's highest temperature, nothing else. */
  void weather(LocalDate day, Instant issuedAt, double tmax) {
    weather.pipeInput(
        day.toString(),
        new DailyWeather(day, issuedAt, WeatherKind.FORECAST, tmax, null, null, null, null));
  }

  /** The clock at a local hour of a day. */
  void clock(LocalDate day, int hour, boolean loading) {
    Instant now = catalogue.serviceDay().start(day).plus(Duration.ofHours(hour));
    clock.pipeInput("clock", new BusinessClock(now, loading));
  }

  /** The clock when the day's close is due. */
  void clockAtCloseOf(LocalDate day) {
    clock(day.plusDays(1), 2, false);
  }

  void announce(long sequence, String version, ForecastModel model) throws IOException {
    models.put(version, model);
    announce(sequence, version, artifact(version, version));
  }

  /** Stores a bundle and says where. */
  String artifact(String version, String content) throws IOException {
    return store.put("demand/" + version + "/bundle", content.getBytes(UTF_8)).toString();
  }

  /** Ends this bench and starts another with the same state, as a restart from changelogs does. */
  PredictorBench restart() {
    List<Stored> kept = new ArrayList<>();
    for (String name : STORES) {
      driver
          .getKeyValueStore(name)
          .all()
          .forEachRemaining(entry -> kept.add(new Stored(name, entry.key, entry.value)));
    }
    close();
    PredictorBench next = builder.start();
    kept.forEach(entry -> next.driver.getKeyValueStore(entry.name).put(entry.key, entry.value));
    return next;
  }

  private record Stored(String name, Object key, Object value) {}

  String description() {
    return topology.describe().toString();
  }

  void announce(long sequence, String version, String uri) {
    announcements.pipeInput(
        "demand/CHAMPION",
        ModelAnnouncement.newBuilder()
            .setSequence(sequence)
            .setName("demand")
            .setRole(ModelRole.CHAMPION)
            .setVersion(version)
            .setRunId("run-" + version)
            .setArtifactUri(uri)
            .setSha256("sha-" + version)
            .setFeatureFingerprint("")
            .setGolden(List.of())
            .setMetrics(Map.of())
            .setAnnouncedAt(Instant.EPOCH)
            .build());
  }

  void rounds(int count) {
    for (int i = 0; i < count; i++) {
      driver.advanceWallClockTime(Duration.ofMillis(50));
    }
  }

  void wait(Duration time) {
    rounds((int) (time.toMillis() / 50));
  }

  /** The communities' forecasts that have come out since the last question. */
  List<Forecast> forecasts() {
    return taken(false);
  }

  /** The city's forecasts since the last question of this kind. */
  List<Forecast> ofCity() {
    return taken(true);
  }

  private List<Forecast> taken(boolean ofCity) {
    published.addAll(forecasts.readValuesToList());
    List<Forecast> asked =
        published.stream().filter(forecast -> isCity(forecast) == ofCity).toList();
    published.removeIf(forecast -> isCity(forecast) == ofCity);
    return asked;
  }

  List<Forecast> log() {
    return log.readValuesToList().stream().filter(forecast -> !isCity(forecast)).toList();
  }

  private static boolean isCity(Forecast forecast) {
    return forecast.getCommunity().equals(Community.CITY);
  }

  @Override
  public void close() {
    driver.close();
  }

  private Verification.Verdict verify(ModelAnnouncement announcement, byte[] bundle) {
    return Optional.ofNullable(models.get(new String(bundle, UTF_8)))
        .<Verification.Verdict>map(Verification.Accepted::new)
        .orElseGet(
            () -> new Verification.Refused(ModelRejectionReason.DIGEST, "not what was announced"));
  }

  private <V extends SpecificRecord> TestInputTopic<String, V> input(Topic<V> topic) {
    return driver.createInputTopic(
        topic.name(), serdes.key().serializer(), serdes.value(topic).serializer());
  }

  private <V extends SpecificRecord> TestOutputTopic<String, V> output(Topic<V> topic) {
    return driver.createOutputTopic(
        topic.name(), new StringDeserializer(), serdes.value(topic).deserializer());
  }

  /** Keeps the refusals. */
  private final class Told implements ModelEvents {
    @Override
    public void serves(Optional<ReadyModel> model) {}

    @Override
    public void refused(ModelRejection rejection) {
      rejections.add(rejection);
    }
  }

  /** What a bench begins with. */
  static final class Builder {
    private final Path directory;
    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final Map<String, ForecastModel> models = new ConcurrentHashMap<>();
    private ServiceCalendar calendar = ServiceCalendar.always();
    private long lastAtStart = -1;
    private final List<Runnable> later = new ArrayList<>();
    private boolean hold;

    private Builder(Path directory) {
      this.directory = directory;
    }

    Builder calendar(ServiceCalendar given) {
      calendar = given;
      return this;
    }

    Builder lastAtStart(long offset) {
      lastAtStart = offset;
      return this;
    }

    /** Loads models only when told. */
    Builder holdLoading() {
      hold = true;
      return this;
    }

    void load() {
      List<Runnable> due = List.copyOf(later);
      later.clear();
      due.forEach(Runnable::run);
    }

    PredictorBench start() {
      return new PredictorBench(this);
    }

    private void run(Runnable task, Duration after) {
      if (hold || !after.isZero()) {
        later.add(task);
      } else {
        task.run();
      }
    }
  }
}

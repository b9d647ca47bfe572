package io.ridecast.local.feed;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ridecast.feed.Feed;
import io.ridecast.feed.FeedConfig;
import io.ridecast.feed.csv.SkipReason;
import io.ridecast.feed.file.FileFeed;
import io.ridecast.feed.file.FileSource;
import io.ridecast.feed.pace.SteadyPace;
import io.ridecast.feed.report.FeedProgress;
import io.ridecast.feed.report.FeedReport;
import io.ridecast.feed.simulation.SimulatedFeed;
import io.ridecast.feed.simulation.Simulation;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.local.command.Commands;
import io.ridecast.local.stack.LocalStack;
import io.ridecast.local.stack.LocalStackExtension;
import io.ridecast.records.DailyWeather;
import io.ridecast.records.Ride;
import io.ridecast.records.RideWatermark;
import io.ridecast.records.WeatherKind;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.topics.CommunityPartition;
import io.ridecast.schemas.topics.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Feeds against a real broker and a real registry. */
@ExtendWith(LocalStackExtension.class)
class FeedIT {
  private static final InstantSource WALL = Clock.systemUTC();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int ROWS = 60_000;

  @TempDir private Path directory;

  @Test
  void shouldPromiseWhatTheBrokerHasAndSendNothingTwice(LocalStack stack) throws Exception {
    Map<String, Integer> written = new HashMap<>();
    Path file = file(written);

    FeedReport report = run(stack, "files", file);
    FeedReport again = run(stack, "files", file);

    assertThat(report.rows()).isEqualTo(ROWS + 1);
    assertThat(report.sent()).isEqualTo(ROWS);
    assertThat(report.skipped().get(SkipReason.NO_START_TIME).first())
        .containsExactly("line " + (ROWS + 2));
    assertThat(again.sent()).isZero();

    Map<String, Integer> read = new HashMap<>();
    long[] behind = new long[8];
    for (ConsumerRecord<String, Ride> record : rides(stack, "files", ROWS)) {
      read.merge(record.key(), 1, Integer::sum);
      assertThat(record.partition()).isEqualTo(CommunityPartition.of(record.key(), 8));
      behind[record.partition()] = Math.max(behind[record.partition()], record.offset() + 1);
    }
    assertThat(read).isEqualTo(written);

    Map<Integer, RideWatermark> last = lastWatermarks(stack, "files");
    assertThat(last).hasSize(8);
    last.forEach(
        (partition, mark) -> {
          assertThat(mark.getRidesOffset()).isEqualTo(behind[partition]);
          assertThat(mark.getCompleteFrom()).isEqualTo("2020-08-01T05:00:00Z");
          assertThat(mark.getCompleteUntil()).isEqualTo(report.completeUntil().orElseThrow());
          assertThat(mark.getCompleteUntil()).isEqualTo(mark.getLoadingUntil());
        });
  }

  @Test
  void shouldStopALiveCityAtOnceAndGoOnWhereItStopped(LocalStack stack) throws Exception {
    Simulation simulation = Simulation.usual().withHistoryDays(3).withRidesPerDay(300);
    CompletableFuture<Instant> live = new CompletableFuture<>();
    Feed feed = city(stack, simulation, Duration.ofMillis(480), live);
    CompletableFuture<FeedReport> running = CompletableFuture.supplyAsync(feed::run);
    live.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

    feed.close();

    FeedReport stopped = running.get(5, TimeUnit.SECONDS);
    assertThat(stopped.stopped()).isTrue();
    Instant until = stopped.completeUntil().orElseThrow();
    CompletableFuture<Instant> liveAgain = new CompletableFuture<>();
    Feed next = city(stack, simulation, Duration.ofMillis(480), liveAgain);
    CompletableFuture<FeedReport> goingOn = CompletableFuture.supplyAsync(next::run);
    assertThat(liveAgain.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .isEqualTo(until.plus(Duration.ofHours(1)));
    next.close();
    goingOn.get(5, TimeUnit.SECONDS);
  }

  @Test
  void shouldSendAWeatherFile(LocalStack stack) throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("weather.csv"),
            """
            date,tmax,tmin,precipitation,wind,snow,issued_at
            2020-08-02,29.5,21,0,12,,2020-08-01T18:00
            2020-08-02,30.1,21,0.4,,,2020-08-03T06:00
            """);
    Map<String, String> settings =
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", stack.bootstrapServers(),
            "SCHEMA_REGISTRY_URL", stack.registryUrl().toString());

    int exit = Commands.execute(settings, "feed", "weather", file.toString());

    assertThat(exit).isZero();
    List<ConsumerRecord<String, DailyWeather>> sent =
        stack.read(
            Topics.WEATHER, PATIENCE, records -> records.stream().filter(ofAugust()).count() >= 2);
    assertThat(sent.stream().filter(ofAugust()).map(ConsumerRecord::value))
        .extracting(DailyWeather::getKind, DailyWeather::getTmax, DailyWeather::getWind)
        .containsExactly(
            tuple(WeatherKind.FORECAST, 29.5, 12.0), tuple(WeatherKind.OBSERVED, 30.1, null));
  }

  private static Predicate<ConsumerRecord<String, DailyWeather>> ofAugust() {
    return record -> record.key().equals("2020-08-02");
  }

  @Test
  void shouldSayThatNoBrokerAnswers(LocalStack stack) throws Exception {
    KafkaConfig nobody = new KafkaConfig("127.0.0.1:1", Map.of("default.api.timeout.ms", "1500"));
    Feed feed = fileFeed(stack, FeedConfig.of(nobody), file(new HashMap<>()));

    assertThatThrownBy(feed::run).hasMessage("no broker answers at 127.0.0.1:1");
  }

  /** In order, over 20 days, with one row that lacks its start. */
  private Path file(Map<String, Integer> written) throws Exception {
    Random random = new Random(20);
    StringBuilder text =
        new StringBuilder("trip_id,start_time,start_community_area_number,vendor\n");
    LocalDateTime start = LocalDateTime.parse("2020-08-01T00:00:00");
    for (int i = 0; i < ROWS; i++) {
      String area = random.nextInt(100) == 0 ? "" : Integer.toString(1 + random.nextInt(77));
      written.merge(area, 1, Integer::sum);
      text.append("ride-%d,%s,%s,lime\n".formatted(i, ISO_LOCAL_DATE_TIME.format(start), area));
      start = start.plusSeconds(28 / (1 + i % 2));
    }
    return Files.writeString(directory.resolve("rides.csv"), text + "x,,6,\n");
  }

  private static FeedReport run(LocalStack stack, String name, Path file) {
    try (Feed feed = fileFeed(stack, FeedConfig.of(stack.kafka()).named(name), file)) {
      return feed.run();
    }
  }

  private static Feed fileFeed(LocalStack stack, FeedConfig config, Path file) {
    return new FileFeed(
        config,
        FileSource.history(List.of(file)),
        Catalogue.chicago(),
        stack.serdes(),
        WALL,
        new SteadyPace(WALL, Duration.ZERO),
        FeedProgress.SILENT);
  }

  private static Feed city(
      LocalStack stack, Simulation simulation, Duration day, CompletableFuture<Instant> live) {
    return new SimulatedFeed(
        FeedConfig.of(stack.kafka()).named("city"),
        simulation,
        stack.serdes(),
        WALL,
        new SteadyPace(WALL, day),
        new FeedProgress() {
          @Override
          public void live(Instant until, long rides) {
            live.complete(until);
          }
        });
  }

  private static List<ConsumerRecord<String, Ride>> rides(
      LocalStack stack, String feed, int count) {
    return stack
        .read(Topics.RIDES, PATIENCE, records -> records.stream().filter(of(feed)).count() >= count)
        .stream()
        .filter(of(feed))
        .toList();
  }

  private static Predicate<ConsumerRecord<String, Ride>> of(String feed) {
    return record -> record.value().getFeed().equals(feed);
  }

  private static Map<Integer, RideWatermark> lastWatermarks(LocalStack stack, String feed) {
    Map<Integer, RideWatermark> last = new HashMap<>();
    stack
        .read(
            Topics.RIDE_WATERMARKS,
            PATIENCE,
            records ->
                records.stream()
                        .filter(record -> record.key().startsWith(feed + "/"))
                        .filter(record -> record.value().getCompleteUntil() != null)
                        .filter(
                            record ->
                                record
                                    .value()
                                    .getCompleteUntil()
                                    .equals(record.value().getLoadingUntil()))
                        .count()
                    >= 8)
        .stream()
        .filter(record -> record.key().startsWith(feed + "/"))
        .forEach(record -> last.put(record.partition(), record.value()));
    return last;
  }
}

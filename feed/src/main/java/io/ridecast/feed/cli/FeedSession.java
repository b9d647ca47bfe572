package io.ridecast.feed.cli;

import io.ridecast.feed.Feed;
import io.ridecast.feed.FeedConfig;
import io.ridecast.feed.report.BarProgress;
import io.ridecast.feed.report.FeedProgress;
import io.ridecast.feed.report.LineProgress;
import io.ridecast.feed.report.ReportText;
import io.ridecast.feed.sending.RideSender;
import io.ridecast.feed.sending.WeatherDelivery;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.schemas.registry.ConfluentRegistry;
import io.ridecast.schemas.registry.RegistryConfig;
import io.ridecast.schemas.serdes.AvroSerdes;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;

/** Runs one feed as a command: settings, progress, Ctrl-C, report. */
final class FeedSession {
  /** Set by the program's starter when what is printed goes to a terminal. */
  private static final String TERMINAL = "ridecast.terminal";

  private static final long SECONDS_TO_END = 4;

  private final InstantSource wall;
  private final Map<String, String> variables;

  FeedSession(InstantSource wall, Map<String, String> variables) {
    this.wall = wall;
    this.variables = Map.copyOf(variables);
  }

  /** Makes the feed that is to be run. */
  interface FeedMaker {
    Feed make(FeedConfig config, AvroSerdes serdes, FeedProgress progress);
  }

  InstantSource wall() {
    return wall;
  }

  /** The communities that an option, the setting CATALOG, or Chicago gives. */
  Catalogue catalogue(Optional<Path> option) {
    return option
        .or(() -> Environment.of(variables).path("CATALOG"))
        .map(Catalogue::load)
        .orElseGet(Catalogue::chicago);
  }

  /** Runs the feed to its end and prints its report; the exit code is 0. */
  int run(CommandSpec spec, FeedOptions options, FeedMaker maker) {
    Environment environment = Environment.of(variables);
    FeedConfig config = options.named(FeedConfig.from(environment));
    environment.check();
    AvroSerdes serdes = new AvroSerdes(new ConfluentRegistry(RegistryConfig.from(variables)));
    PrintWriter out = spec.commandLine().getOut();
    try (Feed feed = maker.make(config, serdes, progress(out, config))) {
      runUntilSignal(feed, out);
      return 0;
    }
  }

  /** What a command needs that only promises. */
  record Promising(FeedConfig config, RideSender sender) implements AutoCloseable {
    @Override
    public void close() {
      sender.close();
    }
  }

  /** Connects as a feed that sends no rides itself. */
  Promising promising(FeedOptions options) {
    Environment environment = Environment.of(variables);
    FeedConfig config = options.named(FeedConfig.from(environment));
    environment.check();
    AvroSerdes serdes = new AvroSerdes(new ConfluentRegistry(RegistryConfig.from(variables)));
    return new Promising(config, RideSender.open(config, serdes, wall));
  }

  /** Connects to send weather. */
  WeatherDelivery weather() {
    Environment environment = Environment.of(variables);
    KafkaConfig kafka = KafkaConfig.from(environment);
    environment.check();
    return WeatherDelivery.open(
        kafka, new AvroSerdes(new ConfluentRegistry(RegistryConfig.from(variables))));
  }

  /** A setting that is not a feed's own. */
  Optional<String> setting(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  private FeedProgress progress(PrintWriter out, FeedConfig config) {
    return Boolean.getBoolean(TERMINAL)
        ? new BarProgress(System.out, config.name())
        : new LineProgress(
            line -> {
              out.println(line);
              out.flush();
            },
            wall);
  }

  /** Ctrl-C closes the feed, which then has a moment to flush and to report. */
  private static void runUntilSignal(Feed feed, PrintWriter out) {
    CountDownLatch reported = new CountDownLatch(1);
    Thread onSignal =
        new Thread(
            () -> {
              feed.close();
              awaitQuietly(reported);
            },
            "feed-shutdown");
    Runtime.getRuntime().addShutdownHook(onSignal);
    try {
      ReportText.of(feed.run()).forEach(out::println);
      out.flush();
    } finally {
      reported.countDown();
    }
  }

  private static void awaitQuietly(CountDownLatch ended) {
    try {
      if (!ended.await(SECONDS_TO_END, TimeUnit.SECONDS)) {
        System.err.println(
            "The feed did not end in time: the last rides may lack the broker's acknowledgement.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

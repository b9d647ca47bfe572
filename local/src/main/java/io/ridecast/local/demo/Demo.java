package io.ridecast.local.demo;

import io.ridecast.feed.report.FeedPlan;
import io.ridecast.feed.report.FeedReport;
import io.ridecast.feed.report.ReportText;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.local.ports.Port;
import io.ridecast.local.registry.RegistryInstallation;
import io.ridecast.local.story.History;
import io.ridecast.local.story.Screen;
import io.ridecast.local.story.Stopwatch;
import io.ridecast.local.story.Story;
import io.ridecast.runtime.service.RootCause;
import io.ridecast.schemas.registry.ConfluentRegistry;
import io.ridecast.schemas.registry.RegistryConfig;
import io.ridecast.schemas.registry.SchemaRegistry;
import io.ridecast.schemas.serdes.AvroSerdes;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * The whole loop on this machine: broker, registry, services and feed are started, the console
 * tells what happens, and everything ends together.
 */
public final class Demo implements AutoCloseable {
  private final DemoConfig config;
  private final DemoDirectory directory;
  private final Catalogue catalogue;
  private final RegistryInstallation installation;
  private final InstantSource wall;
  private final Screen screen;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopping;

  /**
   * @param directory stays the caller's to close
   */
  public Demo(
      DemoConfig config,
      DemoDirectory directory,
      Catalogue catalogue,
      RegistryInstallation installation,
      InstantSource wall,
      Screen screen) {
    this.config = config;
    this.directory = directory;
    this.catalogue = catalogue;
    this.installation = installation;
    this.wall = wall;
    this.screen = screen;
  }

  /**
   * Runs until it is closed, or with {@code once} until every community has a model's forecast.
   *
   * @throws DemoFailed if a part fails or cannot start, with the cause
   */
  public void run() {
    try {
      Stopwatch watch = Stopwatch.start(wall);
      config.ports().all().forEach(Port::requireFree);
      Introduction.of(config, directory).forEach(screen::line);
      try (DemoPlatform platform = DemoPlatform.start(directory, config.ports(), installation)) {
        Introduction.parts(config, watch).forEach(screen::line);
        loop(platform, watch);
      }
    } catch (IOException e) {
      throw new DemoFailed(RootCause.of(e), e);
    } finally {
      ended.countDown();
    }
  }

  /** Ends it and waits until nothing of it runs any more; for any thread. */
  @Override
  public void close() {
    stopping = true;
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void loop(DemoPlatform platform, Stopwatch watch) {
    Map<String, String> settings = DemoSettings.of(config, directory, platform);
    SchemaRegistry registry = new ConfluentRegistry(RegistryConfig.of(platform.registryUrl()));
    AvroSerdes serdes = new AvroSerdes(registry);
    Story story = new Story(screen, watch, catalogue, config.once());
    try (DemoServices services =
            new DemoParts(config.ports(), settings, registry, wall).services();
        DemoFeed feed = new DemoFeed(config, settings, catalogue, serdes, wall);
        DemoWatch topics = new DemoWatch(platform.kafka(), serdes, story)) {
      feed.start();
      services.start();
      new Telling(story, feed, topics, services, platform).untilDone();
      platform.beginToEnd();
    }
  }

  /** Watches the parts and tells the story, in the calling thread. */
  private final class Telling {
    private final Story story;
    private final DemoFeed feed;
    private final DemoWatch topics;
    private final DemoServices services;
    private final CompletableFuture<Integer> registryEnded;
    private boolean begun;
    private boolean reported;
    private boolean live;

    Telling(
        Story story,
        DemoFeed feed,
        DemoWatch topics,
        DemoServices services,
        DemoPlatform platform) {
      this.story = story;
      this.feed = feed;
      this.topics = topics;
      this.services = services;
      this.registryEnded = platform.registryEnded();
    }

    void untilDone() {
      while (!stopping) {
        topics.poll();
        requireAllWell();
        begin();
        report();
        story.tick();
        if (story.isComplete() && config.once()) {
          return;
        }
        goLive();
      }
    }

    /** Live days wait for the forecasts of the history, or for the news that none will come yet. */
    private void goLive() {
      if (live || (!story.isComplete() && !story.isWithoutModel())) {
        return;
      }
      if (config.once() && !config.live()) {
        throw new DemoFailed("Without a model no community has a forecast of one: see above", null);
      }
      live = true;
      Introduction.whereToLook(config).forEach(screen::line);
      feed.goLive();
    }

    private void begin() {
      if (!begun && feed.plan().isPresent()) {
        FeedPlan plan = feed.plan().get();
        begun = true;
        story.begins(new History(plan.firstDay(), plan.lastDay(), plan.resumesFrom().isPresent()));
      }
    }

    private void report() {
      @Nullable FeedReport report = feed.report().getNow(null);
      if (report != null && !reported) {
        reported = true;
        if (config.rides().isPresent()) {
          ReportText.of(report).forEach(line -> screen.line("          " + line));
        }
      }
    }

    private void requireAllWell() {
      services
          .failure()
          .ifPresent(
              failure -> {
                directory.keepLog();
                throw new DemoFailed(failure + " (more in " + directory.log() + ")", null);
              });
      if (feed.report().isCompletedExceptionally()) {
        throw feedFailed();
      }
      if (registryEnded.isDone() && !stopping) {
        throw new DemoFailed("The schema registry has ended by itself", null);
      }
    }

    private DemoFailed feedFailed() {
      try {
        feed.report().join();
        throw new IllegalStateException("It has failed");
      } catch (CompletionException e) {
        return new DemoFailed(RootCause.of(e), e);
      }
    }
  }
}

package io.ridecast.local.demo;

import io.ridecast.feed.Feed;
import io.ridecast.feed.FeedConfig;
import io.ridecast.feed.file.FileFeed;
import io.ridecast.feed.file.FileSource;
import io.ridecast.feed.pace.SteadyPace;
import io.ridecast.feed.report.FeedPlan;
import io.ridecast.feed.report.FeedProgress;
import io.ridecast.feed.report.FeedReport;
import io.ridecast.feed.simulation.SimulatedFeed;
import io.ridecast.feed.simulation.Simulation;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.schemas.serdes.AvroSerdes;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The feed of the demo in a thread of its own: a file's rides, or a simulated city's. */
final class DemoFeed implements AutoCloseable {
  private final Feed feed;
  private final PaceFromStart pace;
  private final boolean live;
  private final AtomicReference<@Nullable FeedPlan> plan = new AtomicReference<>();
  private final CompletableFuture<FeedReport> report = new CompletableFuture<>();

  /**
   * @param settings of the services, of which the feed knows some
   */
  DemoFeed(
      DemoConfig config,
      Map<String, String> settings,
      Catalogue catalogue,
      AvroSerdes serdes,
      InstantSource wall) {
    Environment environment = Environment.of(settings);
    FeedConfig feedConfig = FeedConfig.from(environment);
    environment.check();
    this.live = config.live();
    this.pace = new PaceFromStart(new SteadyPace(wall, config.day()));
    FeedProgress progress =
        new FeedProgress() {
          @Override
          public void begins(FeedPlan begun) {
            plan.set(begun);
          }
        };
    this.feed =
        config.rides().isPresent()
            ? new FileFeed(
                feedConfig,
                new FileSource(List.of(config.rides().get()), config.liveFrom(), false),
                catalogue,
                serdes,
                wall,
                pace,
                progress)
            : new SimulatedFeed(feedConfig, simulation(config), serdes, wall, pace, progress);
  }

  /** Sends the history, and then waits to go live if there are live days. */
  void start() {
    if (!live) {
      pace.start();
    }
    Thread thread =
        new Thread(
            () -> {
              try {
                report.complete(feed.run());
              } catch (RuntimeException | Error e) {
                report.completeExceptionally(e);
              }
            },
            "demo-feed");
    thread.setDaemon(true);
    thread.start();
  }

  /** Lets the live days begin, if there are any, as soon as the history is sent. */
  void goLive() {
    pace.start();
  }

  /** What is being sent, once that is known. */
  Optional<FeedPlan> plan() {
    return Optional.ofNullable(plan.get());
  }

  /** Done when there is nothing more to send. */
  CompletableFuture<FeedReport> report() {
    return report;
  }

  @Override
  public void close() {
    feed.close();
  }

  private static Simulation simulation(DemoConfig config) {
    Simulation simulation =
        Simulation.usual()
            .withHistoryDays(config.historyDays())
            .withRidesPerDay(config.ridesPerDay());
    return config.live() ? simulation : simulation.withLiveDays(0);
  }
}

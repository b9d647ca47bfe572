package io.ridecast.feed.cli;

import io.ridecast.feed.file.FileFeed;
import io.ridecast.feed.file.FileSource;
import io.ridecast.feed.pace.SteadyPace;
import io.ridecast.feed.simulation.SimulatedFeed;
import io.ridecast.feed.simulation.Simulation;
import io.ridecast.forecasting.catalogue.Catalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends ride files. */
@Command(
    name = "feed",
    description = {
      "Sends ride files in the form of Chicago's portal (CSV, plain or gzipped) to the topic rides.",
      "A run that was cut off is taken up again; files that were sent before are not sent again."
    })
public final class FeedCommand implements Callable<Integer> {
  private final FeedSession session;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private FeedOptions options = new FeedOptions();

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "The ride files, in any order.")
  private List<Path> files = List.of();

  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description = "The communities (default: CATALOG, else Chicago's 77 areas).")
  private @Nullable Path catalog;

  @Option(
      names = "--live-from",
      paramLabel = "DATE",
      description = "Replays the rides of this local day and of those after it live.")
  private @Nullable LocalDate liveFrom;

  @Option(
      names = "--again",
      description = "Sends also what was sent before; nothing is counted twice.")
  private boolean again;

  /**
   * @param wall the wall clock
   * @param variables the settings: KAFKA_..., SCHEMA_REGISTRY_..., FEEDS, GRACE, CATALOG,
   *     DAY_SECONDS
   */
  public FeedCommand(InstantSource wall, Map<String, String> variables) {
    this.session = new FeedSession(wall, variables);
  }

  @Override
  public Integer call() {
    if (files.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Say what to feed: a FILE, or the command simulate.");
    }
    FileSource source = new FileSource(files, Optional.ofNullable(liveFrom), again);
    Catalogue catalogue = session.catalogue(Optional.ofNullable(catalog));
    return session.run(
        spec,
        options,
        (config, serdes, progress) ->
            new FileFeed(
                config,
                source,
                catalogue,
                serdes,
                session.wall(),
                new SteadyPace(session.wall(), Duration.ofSeconds(options.daySeconds())),
                progress));
  }

  @Command(
      name = "simulate",
      description = {
        "Sends the rides of a simulated Chicago: a history at once, then live days.",
        "A live day takes --day-seconds; they go on until Ctrl-C."
      })
  int simulate(
      @Mixin FeedOptions feed,
      @Option(
              names = "--days",
              defaultValue = "400",
              description = "Days of history before the live ones (default: ${DEFAULT-VALUE}).")
          int days,
      @Option(
              names = "--live-days",
              description = "Ends after so many live days (default: goes on until Ctrl-C).")
          @Nullable Integer liveDays,
      @Option(
              names = "--rides-per-day",
              defaultValue = "2500",
              description = "Mean over a year (default: ${DEFAULT-VALUE}).")
          double ridesPerDay,
      @Option(
              names = "--seed",
              defaultValue = "77",
              description = "Of the city: equal seeds, equal rides (default: ${DEFAULT-VALUE}).")
          long seed) {
    Simulation history =
        Simulation.usual().withSeed(seed).withHistoryDays(days).withRidesPerDay(ridesPerDay);
    Simulation simulation = liveDays == null ? history : history.withLiveDays(liveDays);
    return session.run(
        spec,
        feed,
        (config, serdes, progress) ->
            new SimulatedFeed(
                config,
                simulation,
                serdes,
                session.wall(),
                new SteadyPace(session.wall(), Duration.ofSeconds(feed.daySeconds())),
                progress));
  }
}

package io.ridecast.feed.cli;

import io.ridecast.feed.file.FileFeed;
import io.ridecast.feed.file.FileSource;
import io.ridecast.feed.folder.FolderFeed;
import io.ridecast.feed.heartbeat.Heartbeat;
import io.ridecast.feed.pace.Pace;
import io.ridecast.feed.pace.SteadyPace;
import io.ridecast.feed.portal.PortalFeed;
import io.ridecast.feed.portal.PortalSource;
import io.ridecast.feed.sending.Promise;
import io.ridecast.feed.sending.RideEnds;
import io.ridecast.feed.simulation.SimulatedFeed;
import io.ridecast.feed.simulation.Simulation;
import io.ridecast.forecasting.catalogue.Catalogue;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
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
  private static final Duration FOLDER_LOOKS = Duration.ofSeconds(2);

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
      names = "--follow",
      paramLabel = "FOLDER",
      description = {
        "Sends every ride file that lands in a folder, until Ctrl-C. What was sent is",
        "moved to its folder sent, what is no ride file to refused."
      })
  private @Nullable Path follow;

  @Option(
      names = "--again",
      description = "Sends also what was sent before; nothing is counted twice.")
  private boolean again;

  /**
   * The command with all that can be fed.
   *
   * @param wall the wall clock
   * @param variables the settings: KAFKA_..., SCHEMA_REGISTRY_..., FEEDS, GRACE, CATALOG,
   *     DAY_SECONDS
   */
  public static CommandLine line(InstantSource wall, Map<String, String> variables) {
    FeedSession session = new FeedSession(wall, variables);
    return new CommandLine(new FeedCommand(session)).addSubcommand(new WeatherCommand(session));
  }

  private FeedCommand(FeedSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (follow != null) {
      return follow(follow);
    }
    if (files.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "Say what to feed: a FILE, --follow FOLDER, or a command such as simulate.");
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

  private int follow(Path folder) {
    Catalogue catalogue = session.catalogue(Optional.ofNullable(catalog));
    return session.run(
        spec,
        options,
        (config, serdes, progress) ->
            new FolderFeed(
                config.name(),
                folder,
                source ->
                    new FileFeed(
                        config, source, catalogue, serdes, session.wall(), realTime(), progress),
                FOLDER_LOOKS,
                session.wall(),
                realTime(),
                line -> spec.commandLine().getOut().println(line)));
  }

  /** A pace at which business time is wall time. */
  private Pace realTime() {
    return new SteadyPace(session.wall(), Duration.ofDays(1));
  }

  @Command(
      name = "portal",
      description = {
        "Sends a data set of the city's data portal, through its API (SODA), and goes on where",
        "the last run ended. SODA_APP_TOKEN makes the portal more patient."
      })
  int portal(
      @Mixin FeedOptions feed,
      @Option(
              names = "--url",
              defaultValue = "https://data.cityofchicago.org/resource/3rse-fbp6",
              description = "The data set (default: ${DEFAULT-VALUE}, Chicago's rides of 2020).")
          URI url,
      @Option(
              names = "--from",
              paramLabel = "DATE",
              description = "First local day (default: the data set's first).")
          @Nullable LocalDate from,
      @Option(
              names = "--complete",
              description = "The data set has ended: promises its last day as well.")
          boolean complete,
      @Option(
              names = "--every",
              paramLabel = "MINUTES",
              description = "Looks for new rides every so often, until Ctrl-C.")
          @Nullable Integer minutes,
      @Option(
              names = "--page-rows",
              defaultValue = "" + PortalSource.MOST_ROWS,
              description = "Rows of one answer (default: ${DEFAULT-VALUE}).")
          int pageRows) {
    PortalSource source =
        new PortalSource(
            url,
            session.setting("SODA_APP_TOKEN"),
            Optional.ofNullable(from),
            complete,
            Optional.ofNullable(minutes).map(Duration::ofMinutes),
            pageRows);
    Catalogue catalogue = session.catalogue(Optional.ofNullable(catalog));
    return session.run(
        spec,
        feed,
        (config, serdes, progress) ->
            new PortalFeed(
                config, source, catalogue, serdes, session.wall(), realTime(), progress));
  }

  @Command(
      name = "heartbeat",
      description = {
        "Promises, for a producer of your own, that all of its rides up to now are on the topic.",
        "Flush (and commit) the producer first."
      })
  int heartbeat(
      @Mixin FeedOptions feed,
      @Option(
              names = "--from",
              paramLabel = "INSTANT",
              description = "Since when the rides are complete; needed the first time.")
          @Nullable Instant from,
      @Option(
              names = "--until",
              paramLabel = "INSTANT",
              description = "Up to when they are complete (default: --lag before now).")
          @Nullable Instant until,
      @Option(
              names = "--lag",
              paramLabel = "SECONDS",
              defaultValue = "300",
              description = "How long a ride may be on its way (default: ${DEFAULT-VALUE}).")
          long lagSeconds,
      @Option(
              names = "--every",
              paramLabel = "SECONDS",
              description = "Goes on promising every so often, until Ctrl-C.")
          @Nullable Long everySeconds) {
    Pace pace = realTime();
    Runtime.getRuntime().addShutdownHook(new Thread(pace::stop, "heartbeat-shutdown"));
    pace.reach(session.wall().instant());
    do {
      try (FeedSession.Promising promising = session.promising(feed)) {
        Promise promise =
            beating(promising)
                .beat(
                    Optional.ofNullable(from),
                    Optional.ofNullable(until),
                    Duration.ofSeconds(lagSeconds));
        say("%s: complete from %s until %s", promising, promise);
      }
    } while (everySeconds != null
        && pace.reach(session.wall().instant().plusSeconds(everySeconds)));
    return 0;
  }

  @Command(
      name = "retire",
      description = {
        "Says that a feed has ended for good: no day waits for it any more.",
        "A later promise of it brings it back."
      })
  int retire(@Mixin FeedOptions feed) {
    try (FeedSession.Promising promising = session.promising(feed)) {
      Promise promise = beating(promising).retire();
      say("%s has retired; complete from %s until %s", promising, promise);
      return 0;
    }
  }

  private Heartbeat beating(FeedSession.Promising promising) {
    return new Heartbeat(
        promising.config().name(),
        promising.sender(),
        () -> RideEnds.read(promising.config().kafka()),
        session.wall());
  }

  private void say(String words, FeedSession.Promising promising, Promise promise) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(words.formatted(promising.config().name(), promise.from(), promise.until()));
    out.flush();
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

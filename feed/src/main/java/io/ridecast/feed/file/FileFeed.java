package io.ridecast.feed.file;

import io.ridecast.feed.Feed;
import io.ridecast.feed.FeedConfig;
import io.ridecast.feed.csv.FileSurvey;
import io.ridecast.feed.csv.Plausible;
import io.ridecast.feed.live.LiveHours;
import io.ridecast.feed.pace.Pace;
import io.ridecast.feed.report.FeedPlan;
import io.ridecast.feed.report.FeedProgress;
import io.ridecast.feed.report.FeedReport;
import io.ridecast.feed.sending.Promise;
import io.ridecast.feed.sending.RideSender;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.schemas.serdes.AvroSerdes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Feeds ride files: a first pass finds the span and the order, a second one sends; then, if so
 * asked, the later days are replayed live. A run that was cut off is taken up again.
 */
public final class FileFeed implements Feed {
  private final FeedConfig config;
  private final FileSource source;
  private final Catalogue catalogue;
  private final Supplier<RideSender> senders;
  private final InstantSource wall;
  private final Pace pace;
  private final FeedProgress progress;

  /**
   * @param pace how fast the live part goes; closing the feed stops it
   */
  public FileFeed(
      FeedConfig config,
      FileSource source,
      Catalogue catalogue,
      AvroSerdes serdes,
      InstantSource wall,
      Pace pace,
      FeedProgress progress) {
    this(
        config,
        source,
        catalogue,
        () -> RideSender.open(config, serdes, wall),
        wall,
        pace,
        progress);
  }

  FileFeed(
      FeedConfig config,
      FileSource source,
      Catalogue catalogue,
      Supplier<RideSender> senders,
      InstantSource wall,
      Pace pace,
      FeedProgress progress) {
    this.config = config;
    this.source = source;
    this.catalogue = catalogue;
    this.senders = senders;
    this.wall = wall;
    this.pace = pace;
    this.progress = progress;
  }

  /** {@inheritDoc} A file that cannot be used ends it before anything is sent. */
  @Override
  public FeedReport run() {
    Instant began = wall.instant();
    Plausible plausible = Plausible.at(began);
    FilePlan plan = survey(plausible);
    try (RideSender sender = senders.get()) {
      Resumption resumption = resumption(sender, plan);
      progress.begins(described(plan, resumption));
      FilePass pass = new FilePass(plan, config.name(), catalogue, sender, resumption, plausible);
      boolean finished;
      if (resumption.complete()) {
        pass.skipAll();
        finished = true;
      } else {
        sender.announce(plan.historyEnd());
        finished = pass.run(pace, progress) && promiseAndReplay(sender, pass, plan);
      }
      sender.flush();
      Duration took = Duration.between(began, wall.instant());
      FeedReport report =
          new FeedReport(
              config.name(),
              pass.rows(),
              sender.sent(),
              pass.skipped(),
              sender.promised().map(Promise::until),
              !finished,
              took);
      progress.ended(report);
      return report;
    }
  }

  @Override
  public void close() {
    pace.stop();
  }

  private FilePlan survey(Plausible plausible) {
    List<FileSurvey> surveys = new ArrayList<>();
    for (Path file : source.files()) {
      progress.surveying(file.toString());
      surveys.add(FileSurvey.of(file, catalogue, plausible));
    }
    return FilePlan.of(surveys, source.liveFrom(), catalogue.serviceDay(), config.grace());
  }

  private Resumption resumption(RideSender sender, FilePlan plan) {
    Resumption resumption =
        Resumption.of(sender.earlier(), plan.span(), catalogue.serviceDay(), config.grace());
    return source.again() ? resumption.again() : resumption;
  }

  private FeedPlan described(FilePlan plan, Resumption resumption) {
    return new FeedPlan(
        config.name(),
        plan.rows(),
        plan.firstDay(),
        plan.lastHistoryDay(source.liveFrom()),
        plan.disorder().isPresent(),
        resumption.from());
  }

  private boolean promiseAndReplay(RideSender sender, FilePass pass, FilePlan plan) {
    sender.promise(plan.span().from(), plan.historyEnd());
    progress.historySent(sender.sent());
    Instant goesOn =
        sender
            .earlier()
            .map(Promise::until)
            .filter(until -> until.isAfter(plan.historyEnd()))
            .orElse(plan.historyEnd());
    Instant end = plan.span().until();
    Instant reached =
        new LiveHours(sender, pace, progress).run(plan.span().from(), goesOn, end, pass.replay());
    return !reached.isBefore(end);
  }
}

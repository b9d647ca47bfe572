package io.ridecast.feed.simulation;

import io.ridecast.feed.Feed;
import io.ridecast.feed.FeedConfig;
import io.ridecast.feed.live.HourOfRides;
import io.ridecast.feed.live.LiveHours;
import io.ridecast.feed.pace.Pace;
import io.ridecast.feed.report.FeedPlan;
import io.ridecast.feed.report.FeedProgress;
import io.ridecast.feed.report.FeedReport;
import io.ridecast.feed.sending.Promise;
import io.ridecast.feed.sending.PromisesAsItGoes;
import io.ridecast.feed.sending.RideSender;
import io.ridecast.schemas.serdes.AvroSerdes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Feeds the rides and the weather of a simulated Chicago: first a history as fast as it can, then
 * live days. A run that was cut off is taken up again where its last promise ended.
 */
public final class SimulatedFeed implements Feed {
  private static final Duration HOUR = Duration.ofHours(1);

  private final FeedConfig config;
  private final Simulation simulation;
  private final Supplier<RideSender> senders;
  private final InstantSource wall;
  private final Pace pace;
  private final FeedProgress progress;

  /**
   * @param pace how fast the live days go; closing the feed stops it
   */
  public SimulatedFeed(
      FeedConfig config,
      Simulation simulation,
      AvroSerdes serdes,
      InstantSource wall,
      Pace pace,
      FeedProgress progress) {
    this(config, simulation, () -> RideSender.open(config, serdes, wall), wall, pace, progress);
  }

  SimulatedFeed(
      FeedConfig config,
      Simulation simulation,
      Supplier<RideSender> senders,
      InstantSource wall,
      Pace pace,
      FeedProgress progress) {
    this.config = config;
    this.simulation = simulation;
    this.senders = senders;
    this.wall = wall;
    this.pace = pace;
    this.progress = progress;
  }

  @Override
  public FeedReport run() {
    Instant began = wall.instant();
    SimulatedCity city =
        new SimulatedCity(config.name(), simulation.seed(), simulation.ridesPerDay());
    SimulatedSpan span = SimulatedSpan.of(simulation, city.days(), config.grace());
    try (RideSender sender = senders.get()) {
      Optional<Instant> resumed = sender.earlier().map(Promise::until);
      progress.begins(plan(city, resumed));
      Instant from = resumed.filter(span.start()::isBefore).orElse(span.start());
      boolean finished = !from.isBefore(span.end()) || send(sender, city, span, from);
      sender.flush();
      FeedReport report =
          new FeedReport(
              config.name(),
              sender.sent(),
              sender.sent(),
              Map.of(),
              sender.promised().map(Promise::until),
              !finished,
              Duration.between(began, wall.instant()));
      progress.ended(report);
      return report;
    }
  }

  @Override
  public void close() {
    pace.stop();
  }

  private boolean send(RideSender sender, SimulatedCity city, SimulatedSpan span, Instant from) {
    sender.announce(span.historyEnd());
    HourOfRides hours =
        new HoursWithWeather(
            new ArrivalHours(city, simulation.firstDay(), from),
            new SimulatedWeather(simulation.seed(), city.days()),
            sender.weather());
    if (!history(sender, city, span, from, hours)) {
      return false;
    }
    progress.historySent(sender.sent());
    Instant live = from.isBefore(span.historyEnd()) ? span.historyEnd() : from;
    Instant reached =
        new LiveHours(sender, pace, progress).run(span.start(), live, span.end(), hours);
    return !reached.isBefore(span.end());
  }

  private boolean history(
      RideSender sender, SimulatedCity city, SimulatedSpan span, Instant from, HourOfRides hours) {
    PromisesAsItGoes promises =
        new PromisesAsItGoes(sender, city.days(), span.start(), Duration.ZERO);
    Instant hour = from;
    while (hour.isBefore(span.historyEnd())) {
      if (pace.stopped()) {
        return false;
      }
      Instant until = earlier(hour.plus(HOUR), span.historyEnd());
      hours.between(hour, until).forEach(sender::send);
      promises.reached(until);
      progress.advanced(sender.sent());
      hour = until;
    }
    sender.promise(span.start(), span.historyEnd());
    return true;
  }

  private FeedPlan plan(SimulatedCity city, Optional<Instant> resumed) {
    LocalDate first = resumed.map(city::dayOf).orElse(simulation.firstDay());
    double rides =
        first.datesUntil(later(first, simulation.firstLiveDay())).mapToDouble(city::expected).sum();
    return new FeedPlan(
        config.name(),
        Math.round(rides),
        simulation.firstDay(),
        simulation.firstLiveDay().minusDays(1),
        true,
        resumed);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}

package io.ridecast.feed.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ridecast.feed.Feed;
import io.ridecast.feed.FeedConfig;
import io.ridecast.feed.csv.RideFile;
import io.ridecast.feed.csv.RideRow;
import io.ridecast.feed.csv.SkipCounts;
import io.ridecast.feed.pace.Pace;
import io.ridecast.feed.portal.SodaQuery.Cursor;
import io.ridecast.feed.report.FeedPlan;
import io.ridecast.feed.report.FeedProgress;
import io.ridecast.feed.report.FeedReport;
import io.ridecast.feed.sending.Promise;
import io.ridecast.feed.sending.RideSender;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.ServiceDay;
import io.ridecast.records.Ride;
import io.ridecast.schemas.serdes.AvroSerdes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Feeds a data set of the portal, in the order of the rides. It goes on at the start of the last
 * day that earlier runs have promised, since that day may have been completed since. What it can
 * promise follows from the rows alone: a day is complete when the newest ride began after the day's
 * end and the grace; of the newest day itself nothing is promised unless the data set has ended.
 */
public final class PortalFeed implements Feed {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private final FeedConfig config;
  private final PortalSource source;
  private final Catalogue catalogue;
  private final ServiceDay days;
  private final Supplier<RideSender> senders;
  private final InstantSource wall;
  private final Pace pace;
  private final FeedProgress progress;
  private final SodaQuery query;
  private final SodaClient client;
  private final SkipCounts skips = new SkipCounts();
  private long rows;

  /**
   * @param pace waits between looks and tries; closing the feed stops it
   */
  public PortalFeed(
      FeedConfig config,
      PortalSource source,
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
        progress,
        PATIENCE,
        FIRST_PAUSE);
  }

  PortalFeed(
      FeedConfig config,
      PortalSource source,
      Catalogue catalogue,
      Supplier<RideSender> senders,
      InstantSource wall,
      Pace pace,
      FeedProgress progress,
      Duration patience,
      Duration firstPause) {
    this.config = config;
    this.source = source;
    this.catalogue = catalogue;
    this.days = catalogue.serviceDay();
    this.senders = senders;
    this.wall = wall;
    this.pace = pace;
    this.progress = progress;
    this.query = new SodaQuery(source.resource());
    this.client = new SodaClient(source.appToken(), patience, firstPause, wall, pace);
  }

  @Override
  public FeedReport run() {
    Instant began = wall.instant();
    pace.reach(began); // business time is wall time here
    try (RideSender sender = senders.get()) {
      Optional<Instant> reached = sender.promised().map(Promise::until);
      boolean finished = look(sender, reached);
      while (source.every().isPresent() && pace.reach(wall.instant().plus(source.every().get()))) {
        finished = look(sender, sender.promised().map(Promise::until));
      }
      FeedReport report =
          new FeedReport(
              config.name(),
              rows,
              sender.sent(),
              skips.byReason(),
              sender.promised().map(Promise::until),
              !finished || (source.every().isPresent() && pace.stopped()),
              Duration.between(began, wall.instant()));
      progress.ended(report);
      return report;
    }
  }

  @Override
  public void close() {
    pace.stop();
  }

  /** Sends what is new since a promise; false if it was stopped meanwhile. */
  private boolean look(RideSender sender, Optional<Instant> promised) {
    Path file = temporary();
    try {
      Optional<Span> span = span(file);
      if (span.isEmpty()) {
        return true; // the data set is empty
      }
      LocalDateTime from = from(span.get(), promised);
      Instant completeFrom =
          sender.promised().map(Promise::from).orElseGet(() -> days.start(from.toLocalDate()));
      Instant until = promise(span.get().last());
      announce(sender, span.get(), from, promised, until);
      if (!pages(sender, file, from, completeFrom)) {
        return false;
      }
      if (until.isAfter(completeFrom)) {
        sender.promise(completeFrom, until);
      }
      progress.historySent(sender.sent());
      return true;
    } finally {
      delete(file);
    }
  }

  /** Local starts of the first and the last row. */
  private record Span(LocalDateTime first, LocalDateTime last) {}

  private void announce(
      RideSender sender, Span span, LocalDateTime from, Optional<Instant> promised, Instant until) {
    progress.begins(
        new FeedPlan(
            config.name(), rows, from.toLocalDate(), span.last().toLocalDate(), true, promised));
    if (promised.isEmpty()) {
      sender.announce(until);
    }
  }

  private boolean pages(RideSender sender, Path file, LocalDateTime from, Instant completeFrom) {
    Optional<Cursor> cursor = Optional.empty();
    long read;
    do {
      if (pace.stopped()) {
        return false;
      }
      client.get(query.page(from, cursor, source.pageRows()), file);
      long before = rows;
      Optional<Cursor> last = send(sender, file);
      read = rows - before;
      if (last.isEmpty() && read == source.pageRows()) {
        throw new PortalFailure(
            "%s: none of %d rows can be a ride, and none says where the next page begins: %s"
                .formatted(source.resource(), read, skips.inWords()));
      }
      cursor = last.or(cursorBefore(cursor));
      progress.advanced(rows);
      cursor
          .map(row -> days.start(row.start().toLocalDate()))
          .filter(day -> day.isAfter(completeFrom))
          .ifPresent(day -> sender.promise(completeFrom, day));
    } while (read == source.pageRows());
    return true;
  }

  private static Supplier<Optional<Cursor>> cursorBefore(Optional<Cursor> cursor) {
    return () -> cursor;
  }

  private Optional<Cursor> send(RideSender sender, Path file) {
    Optional<Cursor> last = Optional.empty();
    try (RideFile page = RideFile.open(file, config.name(), catalogue)) {
      while (page.hasNext()) {
        RideRow row = page.next();
        rows++;
        if (row instanceof RideRow.Accepted accepted) {
          Ride ride = accepted.ride();
          sender.send(ride);
          last = Optional.of(new Cursor(accepted.start(), ride.getRideId()));
        } else if (row instanceof RideRow.Skipped skipped) {
          skips.add(skipped.reason(), "row " + rows);
        }
      }
    }
    return last;
  }

  private LocalDateTime from(Span span, Optional<Instant> promised) {
    LocalDate first = source.from().orElse(span.first().toLocalDate());
    LocalDate resumed =
        promised.map(until -> days.of(until.minus(config.grace()).minusMillis(1))).orElse(first);
    return (resumed.isAfter(first) ? resumed : first).atStartOfDay();
  }

  private Instant promise(LocalDateTime last) {
    Instant day = days.start(last.toLocalDate());
    if (source.complete()) {
      return days.end(last.toLocalDate()).plus(config.grace());
    }
    Instant withGrace = day.plus(config.grace());
    return last.atZone(days.zone()).toInstant().isBefore(withGrace) ? day : withGrace;
  }

  private Optional<Span> span(Path file) {
    client.get(query.span(), file);
    try {
      JsonNode row = JSON.readTree(file.toFile()).path(0);
      return row.path("first").isTextual() && row.path("last").isTextual()
          ? Optional.of(
              new Span(
                  LocalDateTime.parse(row.path("first").asText()),
                  LocalDateTime.parse(row.path("last").asText())))
          : Optional.empty();
    } catch (IOException | DateTimeParseException e) {
      throw new PortalFailure(
          source.resource() + " did not say from when to when its rides are: " + e.getMessage(), e);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempFile("ridecast-portal", ".csv");
    } catch (IOException e) {
      throw new UncheckedIOException("no room for a page of rides", e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + file, e);
    }
  }
}

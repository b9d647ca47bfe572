package io.ridecast.feed.csv;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the portal's local times in both styles ({@code 2020-08-12T05:00:00.000}, {@code 09/17/2019
 * 02:00:00 PM}) and finds their instants. In the hour that repeats when summer time ends, a time
 * has two instants: a start is the earlier one, and so is an end unless that precedes the start. A
 * time in the hour that is skipped in spring is moved on by that hour, as java.time does.
 */
final class LocalTimes {
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("[ ]['T']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .toFormatter(Locale.US)
          .withResolverStyle(ResolverStyle.STRICT)
          .withChronology(IsoChronology.INSTANCE);
  private static final DateTimeFormatter EXPORT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("M/d/uuuu h:mm[:ss] a")
          .toFormatter(Locale.US)
          .withResolverStyle(ResolverStyle.STRICT)
          .withChronology(IsoChronology.INSTANCE);

  private final ZoneId zone;

  LocalTimes(ZoneId zone) {
    this.zone = zone;
  }

  /** The local time that {@code text} writes; empty when it is in neither style. */
  Optional<LocalDateTime> read(String text) {
    Optional<LocalDateTime> usual = IsoShape.read(text);
    return usual.isPresent() ? usual : unusual(text);
  }

  private static Optional<LocalDateTime> unusual(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, text.indexOf('/') < 0 ? ISO : EXPORT));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The instant of a start. */
  Instant start(LocalDateTime local) {
    return ZonedDateTime.ofLocal(local, zone, null).toInstant();
  }

  /** The instant of the end of a ride that began at {@code start}. */
  Instant end(LocalDateTime local, Instant start) {
    ZonedDateTime earlier = ZonedDateTime.ofLocal(local, zone, null);
    Instant end = earlier.toInstant();
    return end.isBefore(start) ? earlier.withLaterOffsetAtOverlap().toInstant() : end;
  }
}

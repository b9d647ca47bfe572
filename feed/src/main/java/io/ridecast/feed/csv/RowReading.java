package io.ridecast.feed.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.records.Ride;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a ride of a row. Only what cannot be a ride at all is skipped; an unknown community or an
 * implausible time is sent as it is, for the aggregator to reject by name.
 */
final class RowReading {
  private final String feed;
  private final LocalTimes times;
  private final CommunityKeys communities;
  private final int columns;
  private final int id;
  private final int start;
  private final int end;
  private final int startNumber;
  private final int startName;
  private final int endNumber;
  private final int endName;
  private final int vendor;
  private final int distance;

  RowReading(String feed, RideColumns columns, Catalogue catalogue) {
    this.feed = feed;
    this.times = new LocalTimes(catalogue.serviceDay().zone());
    this.communities = new CommunityKeys(catalogue);
    this.columns = columns.count();
    this.id = columns.place("trip_id");
    this.start = columns.place("start_time");
    this.end = columns.place("end_time");
    this.startNumber = columns.place("start_community_area_number");
    this.startName = columns.place("start_community_area_name");
    this.endNumber = columns.place("end_community_area_number");
    this.endName = columns.place("end_community_area_name");
    this.vendor = columns.place("vendor");
    this.distance = columns.place("trip_distance");
  }

  RideRow read(CsvRecord row, long line) {
    if (row.getFieldCount() != columns) {
      return new RideRow.Skipped(SkipReason.RAGGED_ROW, line);
    }
    String rideId = field(row, id);
    if (rideId.isEmpty()) {
      return new RideRow.Skipped(SkipReason.NO_RIDE_ID, line);
    }
    String startText = field(row, start);
    if (startText.isEmpty()) {
      return new RideRow.Skipped(SkipReason.NO_START_TIME, line);
    }
    Optional<LocalDateTime> local = times.read(startText);
    if (local.isEmpty()) {
      return new RideRow.Skipped(SkipReason.UNREADABLE_START_TIME, line);
    }
    Ride ride = ride(row, rideId, times.start(local.get()));
    return new RideRow.Accepted(ride, local.get(), line);
  }

  private Ride ride(CsvRecord row, String rideId, Instant startedAt) {
    return new Ride(
        rideId,
        startedAt,
        communities.of(field(row, startNumber), field(row, startName)),
        endedAt(field(row, end), startedAt),
        orNull(communities.of(field(row, endNumber), field(row, endName))),
        orNull(field(row, vendor)),
        metres(field(row, distance)),
        feed);
  }

  private @Nullable Instant endedAt(String text, Instant startedAt) {
    return text.isEmpty()
        ? null
        : times.read(text).map(local -> times.end(local, startedAt)).orElse(null);
  }

  private static @Nullable Integer metres(String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      double metres = Double.parseDouble(text);
      return Math.abs(metres) <= Integer.MAX_VALUE ? (int) Math.round(metres) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static String field(CsvRecord row, int place) {
    return place < 0 ? "" : row.getField(place).strip();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}

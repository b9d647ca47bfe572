package io.ridecast.feed.portal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Questions in SoQL. Rows are asked for in the order of their start and id, and each page begins
 * behind the last row of the one before (a keyset): rows that are added meanwhile shift nothing, as
 * they would with {@code $offset}, and the portal need not count its way to a far page.
 */
final class SodaQuery {
  /** Floating timestamps: local, without a zone. */
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");

  private final URI resource;

  SodaQuery(URI resource) {
    this.resource = resource;
  }

  /**
   * The row behind which the next page begins, with its start as the portal writes it: in the hour
   * that is skipped in spring the portal may have starts that no instant has.
   */
  record Cursor(LocalDateTime start, String id) {}

  /** A page of rows that start at {@code from} or later, behind the cursor. */
  URI page(LocalDateTime from, Optional<Cursor> behind, int rows) {
    String where =
        behind
            .map(
                cursor ->
                    "start_time > '%s' OR (start_time = '%s' AND trip_id > '%s')"
                        .formatted(
                            TIMESTAMP.format(cursor.start()),
                            TIMESTAMP.format(cursor.start()),
                            cursor.id().replace("'", "''")))
            .orElse("start_time >= '" + TIMESTAMP.format(from) + "'");
    return uri(
        "csv",
        "$where="
            + encoded(where)
            + "&$order="
            + encoded("start_time,trip_id")
            + "&$limit="
            + rows);
  }

  /** The earliest and the latest start of all rows. */
  URI span() {
    return uri("json", "$select=" + encoded("min(start_time) AS first, max(start_time) AS last"));
  }

  private URI uri(String form, String query) {
    return URI.create(resource + "." + form + "?" + query.replace("$", "%24"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

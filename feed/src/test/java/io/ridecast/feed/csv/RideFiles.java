package io.ridecast.feed.csv;

import io.ridecast.forecasting.catalogue.Catalogue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Ride files for tests. */
public final class RideFiles {
  public static final Catalogue CHICAGO = Catalogue.chicago();
  static final String HEADING = "trip_id,start_time,end_time,start_community_area_number\n";

  private RideFiles() {}

  /** A file of the given text. */
  public static Path file(Path directory, String name, String text) throws IOException {
    return Files.write(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  static Path gzipped(Path directory, String name, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return Files.write(directory.resolve(name), bytes.toByteArray());
  }

  /** An excerpt of the portal's real rows. */
  public static Path excerpt(String name) throws Exception {
    return Path.of(RideFiles.class.getResource("/io/ridecast/feed/" + name).toURI());
  }

  static List<RideRow> rows(Path file) {
    List<RideRow> rows = new ArrayList<>();
    try (RideFile rides = RideFile.open(file, "rides", CHICAGO)) {
      rides.forEachRemaining(rows::add);
    }
    return rows;
  }
}

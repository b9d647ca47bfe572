package io.ridecast.aggregator;

import io.ridecast.forecasting.catalogue.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Catalogues of Chicago's zone for tests. */
public final class TestCatalogue {
  private TestCatalogue() {}

  /** Communities given as {@code number} or {@code number@starts}. */
  public static Catalogue of(String... communities) {
    return inZone("America/Chicago", communities);
  }

  public static Catalogue inZone(String zone, String... communities) {
    String rows =
        Arrays.stream(communities)
            .map(community -> community.split("@", 2))
            .map(
                parts ->
                    "%s,C%s,41.9,-87.7,%s,%s"
                        .formatted(parts[0], parts[0], zone, parts.length > 1 ? parts[1] : ""))
            .collect(Collectors.joining("\n"));
    try {
      Path file = Files.createTempFile("catalogue", ".csv");
      Files.writeString(file, "number,name,latitude,longitude,time_zone,starts\n" + rows + "\n");
      Catalogue catalogue = Catalogue.load(file);
      Files.delete(file);
      return catalogue;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

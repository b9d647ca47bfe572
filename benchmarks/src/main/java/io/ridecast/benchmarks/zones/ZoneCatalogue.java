package io.ridecast.benchmarks.zones;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes catalogues of any size. */
final class ZoneCatalogue {
  private ZoneCatalogue() {}

  static Path write(Path directory, int zones) {
    StringBuilder text = new StringBuilder("number,name,latitude,longitude\n");
    for (int zone = 1; zone <= zones; zone++) {
      text.append(zone).append(",ZONE ").append(zone).append(",41.9,-87.6\n");
    }
    try {
      Files.createDirectories(directory);
      return Files.writeString(directory.resolve(zones + "-zones.csv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

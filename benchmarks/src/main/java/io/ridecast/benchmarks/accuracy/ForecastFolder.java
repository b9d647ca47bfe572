package io.ridecast.benchmarks.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What was forecast of one city: for each model {@code NAME.csv} for the communities, {@code
 * NAME.csv.city.csv} for the totals and {@code NAME.seconds} for the time it took.
 */
final class ForecastFolder {
  /** Ends the name of a file of communities' forecasts. */
  static final String COMMUNITIES = ".csv";

  /** Ends the name of a file of the city's. */
  static final String CITY = ".csv.city.csv";

  private static final String SECONDS = ".seconds";
  private static final String OWN = "Ridecast";

  private final Path folder;

  ForecastFolder(Path folder) {
    this.folder = folder;
  }

  /** Ridecast, then the others by name. */
  List<Entrant> entrants(String ending) throws IOException {
    return names().stream().map(name -> entrant(name, ending)).toList();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(COMMUNITIES) && !name.endsWith(CITY))
              .map(name -> name.substring(0, name.length() - COMMUNITIES.length()))
              .sorted(
                  Comparator.comparing((String name) -> !name.startsWith(OWN))
                      .thenComparing(Comparator.naturalOrder()))
              .toList();
      if (!names.contains(OWN)) {
        throw new ComparisonRefused(folder + ": Ridecast's own forecasts are missing");
      }
      return names;
    }
  }

  private Entrant entrant(String name, String ending) {
    return new Entrant(name, true, seconds(name), ForecastFile.read(folder.resolve(name + ending)));
  }

  private OptionalInt seconds(String name) {
    Path file = folder.resolve(name + SECONDS);
    try {
      return Files.exists(file)
          ? OptionalInt.of(Integer.parseInt(Files.readString(file).strip()))
          : OptionalInt.empty();
    } catch (IOException | NumberFormatException e) {
      throw new ComparisonRefused(file + ": is no number of seconds (" + e.getMessage() + ")");
    }
  }
}

package io.ridecast.benchmarks.input;

import io.ridecast.forecasting.catalogue.Catalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which rides there are.
 *
 * @param file where the catalogue is from; empty for the built-in one
 * @param rides how many, duplicates among them
 * @param days over how many service days they are spread evenly
 */
public record Scenario(Catalogue catalogue, Optional<Path> file, int rides, int days) {
  private static final LocalDate FIRST = LocalDate.of(2019, 6, 1);
  private static final Duration GRACE = Duration.ofHours(2);

  /** Rides in Chicago. */
  public static Scenario chicago(int rides, int days) {
    return new Scenario(Catalogue.chicago(), Optional.empty(), rides, days);
  }

  /** Rides in the zones that a file lists. */
  public static Scenario of(Path file, int rides, int days) {
    return new Scenario(Catalogue.load(file), Optional.of(file), rides, days);
  }

  /** When the first day begins. */
  public Instant start() {
    return catalogue.serviceDay().start(FIRST);
  }

  /** When the last day ends. */
  public Instant end() {
    return catalogue.serviceDay().end(FIRST.plusDays(days - 1L));
  }

  /** Up to when the rides are promised at last: the last day closes by it. */
  public Instant closes() {
    return end().plus(GRACE);
  }
}

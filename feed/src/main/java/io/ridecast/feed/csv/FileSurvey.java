package io.ridecast.feed.csv;

import io.ridecast.forecasting.catalogue.Catalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * What a first reading of a file finds out.
 *
 * @param path the file
 * @param rows how many rows it has, usable or not
 * @param first the earliest plausible start
 * @param last the latest plausible start
 * @param longestStepBack how far a row's start lies, at most, before that of an earlier row; zero
 *     for a file in order
 */
public record FileSurvey(
    Path path, long rows, Instant first, Instant last, Duration longestStepBack) {

  /**
   * Reads the whole file once.
   *
   * @throws UnusableRideFile if it is missing, no ride file, or has no usable row
   */
  public static FileSurvey of(Path path, Catalogue catalogue, Plausible plausible) {
    Surveying surveying = new Surveying(plausible);
    try (RideFile file = RideFile.open(path, "", catalogue)) {
      file.forEachRemaining(surveying::add);
      return surveying.result(path, file.columns());
    }
  }

  private static final class Surveying {
    private final Plausible plausible;
    private final SkipCounts skips = new SkipCounts();
    private long rows;
    private long implausible;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;
    private Duration stepBack = Duration.ZERO;

    Surveying(Plausible plausible) {
      this.plausible = plausible;
    }

    void add(RideRow row) {
      rows++;
      if (row instanceof RideRow.Accepted accepted) {
        started(accepted.ride().getStartedAt());
      } else if (row instanceof RideRow.Skipped skipped) {
        skips.add(skipped.reason(), "line " + skipped.line());
      }
    }

    private void started(Instant start) {
      if (!plausible.test(start)) {
        implausible++;
        return;
      }
      if (start.isBefore(first)) {
        first = start;
      }
      if (start.isBefore(last)) {
        Duration step = Duration.between(start, last);
        stepBack = step.compareTo(stepBack) > 0 ? step : stepBack;
      } else {
        last = start;
      }
    }

    FileSurvey result(Path path, String columns) {
      if (first.isAfter(last)) {
        throw new UnusableRideFile(
            path
                + " has no usable row: "
                + reasons()
                + "; found the columns ["
                + columns
                + "]; needed are "
                + RideColumns.NEEDED);
      }
      return new FileSurvey(path, rows, first, last, stepBack);
    }

    private String reasons() {
      if (rows == 0) {
        return "no rows at all";
      }
      String skipped = skips.inWords();
      String times = implausible == 0 ? "" : implausible + " with an implausible start time";
      String between = skipped.isEmpty() || times.isEmpty() ? "" : ", ";
      return "of " + rows + " rows " + skipped + between + times;
    }
  }
}

package io.ridecast.feed.file;

import io.ridecast.feed.csv.FileSurvey;
import io.ridecast.feed.csv.UnusableRideFile;
import io.ridecast.feed.sending.Promise;
import io.ridecast.forecasting.catalogue.ServiceDay;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the first pass through all files has shown, and what follows for the second.
 *
 * @param files in the order in which they are sent: by first start
 * @param rows rows of all files
 * @param firstDay the local day of the earliest plausible start
 * @param lastDay the local day of the latest plausible start
 * @param disorder how far a start may lie before one sent earlier; empty where that is too far for
 *     promises as the feed goes
 * @param span what can be promised at the end
 * @param historyEnd up to when rides are history; the rest is live
 */
record FilePlan(
    List<Path> files,
    long rows,
    LocalDate firstDay,
    LocalDate lastDay,
    Optional<Duration> disorder,
    Promise span,
    Instant historyEnd) {

  /** A file this much out of order still counts as in order; its promises lag by as much. */
  private static final Duration MOST_DISORDER = Duration.ofDays(1);

  static FilePlan of(
      List<FileSurvey> surveys, Optional<LocalDate> liveFrom, ServiceDay days, Duration grace) {
    List<FileSurvey> ordered =
        surveys.stream().sorted(Comparator.comparing(FileSurvey::first)).toList();
    Duration disorder = Duration.ZERO;
    Instant last = Instant.MIN;
    for (FileSurvey survey : ordered) {
      disorder = longer(disorder, survey.longestStepBack());
      if (survey.first().isBefore(last)) {
        disorder = longer(disorder, Duration.between(survey.first(), last));
      }
      last = survey.last().isAfter(last) ? survey.last() : last;
    }
    LocalDate firstDay = days.of(ordered.get(0).first());
    LocalDate lastDay = days.of(last);
    Instant end = days.end(lastDay).plus(grace);
    liveFrom.ifPresent(day -> checkLive(day, firstDay, lastDay));
    return new FilePlan(
        ordered.stream().map(FileSurvey::path).toList(),
        ordered.stream().mapToLong(FileSurvey::rows).sum(),
        firstDay,
        lastDay,
        disorder.compareTo(MOST_DISORDER) > 0 ? Optional.empty() : Optional.of(disorder),
        new Promise(days.start(firstDay), end),
        // With the grace of the day before: so the last day of the history closes at once.
        liveFrom.map(day -> days.start(day).plus(grace)).orElse(end));
  }

  /** The last local day of the history. */
  LocalDate lastHistoryDay(Optional<LocalDate> liveFrom) {
    return liveFrom.map(day -> day.minusDays(1)).orElse(lastDay);
  }

  private static void checkLive(LocalDate day, LocalDate firstDay, LocalDate lastDay) {
    if (!day.isAfter(firstDay) || day.isAfter(lastDay)) {
      throw new UnusableRideFile(
          "live from "
              + day
              + " is not possible: the rides are of "
              + firstDay
              + " to "
              + lastDay
              + ", and some history must come first");
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}

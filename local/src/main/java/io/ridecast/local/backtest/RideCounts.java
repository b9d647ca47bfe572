package io.ridecast.local.backtest;

import io.ridecast.aggregator.days.CommunityRosters;
import io.ridecast.aggregator.days.DayJournal;
import io.ridecast.aggregator.days.DaySpan;
import io.ridecast.aggregator.days.DemandLedger;
import io.ridecast.aggregator.days.LedgerRules;
import io.ridecast.aggregator.days.Memberships;
import io.ridecast.aggregator.days.Publication;
import io.ridecast.aggregator.days.Publications;
import io.ridecast.aggregator.days.Said;
import io.ridecast.aggregator.days.ServiceDates;
import io.ridecast.aggregator.days.Written;
import io.ridecast.aggregator.rides.Rejected;
import io.ridecast.aggregator.rides.RideHead;
import io.ridecast.feed.csv.FileSurvey;
import io.ridecast.feed.csv.Plausible;
import io.ridecast.feed.csv.RideFile;
import io.ridecast.feed.csv.RideRow;
import io.ridecast.feed.simulation.SimulatedHistory;
import io.ridecast.forecasting.backtest.DailyCounts;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.forecasting.catalogue.ServiceDay;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.Ride;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts rides into days by the aggregator's own rules: the same ledger, given the rides and at the
 * end the promise that they are complete.
 */
public final class RideCounts {
  private static final String SKIPPED = "SKIPPED_ROW";
  private static final String DUPLICATE = "DUPLICATE";

  /** Bounds what the ledger holds of rides that it has yet to write. */
  private static final int RIDES_A_WRITE = 10_000;

  private final ServiceDay days;
  private final Instant now;
  private final DemandLedger ledger;
  private final DailyCounts counts = new DailyCounts();
  private final Map<String, Long> notCounted = new TreeMap<>();
  private long taken;
  private long counted;

  private RideCounts(Catalogue catalogue, ServiceCalendar calendar, Instant now) {
    this.days = catalogue.serviceDay();
    this.now = now;
    this.ledger =
        new DemandLedger(
            new CommunityRosters(catalogue, calendar, 1).of(0),
            days,
            new LedgerRules(Duration.ZERO, Duration.ZERO),
            new Unwritten(),
            new Taken(counts));
  }

  /**
   * Counts the file.
   *
   * @param now when it is read: rides that begin a day later or more are not plausible
   * @throws io.ridecast.feed.csv.UnusableRideFile if it is missing or no ride file
   */
  public static RideCounts of(
      Path file, Catalogue catalogue, ServiceCalendar calendar, Instant now) {
    FileSurvey survey = FileSurvey.of(file, catalogue, Plausible.at(now));
    RideCounts result = new RideCounts(catalogue, calendar, now);
    try (RideFile rides = RideFile.open(file, "backtest", catalogue)) {
      while (rides.hasNext()) {
        result.judge(rides.next());
      }
    }
    result.close(result.days.of(survey.first()), result.days.of(survey.last()));
    return result;
  }

  /** Counts a simulated Chicago. */
  public static RideCounts of(
      SimulatedHistory history, Catalogue catalogue, ServiceCalendar calendar, Instant now) {
    RideCounts result = new RideCounts(catalogue, calendar, now);
    history.forEach(result::judge);
    result.close(history.firstDay(), history.lastDay());
    return result;
  }

  /** The days' counts, zeros included. */
  public DailyCounts counts() {
    return counts;
  }

  /** How many rides were counted. */
  public long counted() {
    return counted;
  }

  /** How many rows were not, by the name of the reason. */
  public Map<String, Long> notCounted() {
    return Map.copyOf(notCounted);
  }

  private void judge(RideRow row) {
    if (row instanceof RideRow.Accepted accepted) {
      judge(accepted.ride());
    } else {
      notCounted.merge(SKIPPED, 1L, Long::sum);
    }
  }

  private void judge(Ride ride) {
    Rejected rejected = ledger.take(RideHead.of(ride), now.toEpochMilli());
    if (rejected != null) {
      notCounted.merge(rejected.reason().name(), 1L, Long::sum);
    } else if (++taken % RIDES_A_WRITE == 0) {
      write();
    }
  }

  private void write() {
    Written written = ledger.write();
    counted += written.counted();
    if (written.duplicates() > 0) {
      notCounted.merge(DUPLICATE, (long) written.duplicates(), Long::sum);
    }
  }

  private void close(LocalDate first, LocalDate last) {
    write();
    ledger.advance(Optional.of(days.start(first)), Optional.of(days.end(last)));
  }

  /** Takes the closed days. */
  private record Taken(DailyCounts counts) implements Publications {
    @Override
    public void day(String community, int day, Publication before, Publication now) {
      if (now.status() != DemandStatus.OPEN) {
        boolean outOfService = now.status() == DemandStatus.OUT_OF_SERVICE;
        counts.put(
            community, ServiceDates.date(day), outOfService ? Float.NaN : (float) now.rides());
      }
    }

    @Override
    public void city(int day, int rides, int communities) {
      // The panel sums up the communities itself.
    }
  }

  /** Nothing is to be found again after a restart. */
  private static final class Unwritten implements DayJournal {
    @Override
    public void block(int lastDay, int number, long[] rides) {}

    @Override
    public void publication(int day, Said said) {}

    @Override
    public void closed(int day, List<Said> said) {}

    @Override
    public void span(DaySpan span) {}

    @Override
    public void members(Memberships members) {}

    @Override
    public void forgetBlock(int lastDay, int number) {}

    @Override
    public void forgetPublication(int day, int community) {}

    @Override
    public void forgetClosed(int day) {}

    @Override
    public void replay(Target target) {}
  }
}

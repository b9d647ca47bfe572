package io.ridecast.aggregator.days;

import io.ridecast.aggregator.rides.Rejected;
import io.ridecast.aggregator.rides.RideCheck;
import io.ridecast.aggregator.rides.RideHead;
import io.ridecast.forecasting.catalogue.ServiceDay;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.RejectionReason;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one partition: rides and promises in, verdicts and publications out, everything
 * that a restart needs into the journal. It knows neither Kafka nor the time. For one thread.
 */
public final class DemandLedger {
  private final CommunityRoster roster;
  private final RideCheck check;
  private final ServiceDates dates;
  private final DayTable table;
  private final DayClosing closing;
  private final DayJournal journal;
  private final Publications publications;
  private final RideBlocks blocks;
  private final FreshRides fresh = new FreshRides();
  private boolean openDaysChanged = true;

  /** A ledger that goes on where the journal ends. */
  public DemandLedger(
      CommunityRoster roster,
      ServiceDay serviceDay,
      LedgerRules rules,
      DayJournal journal,
      Publications publications) {
    this.roster = roster;
    this.check = new RideCheck(serviceDay.zone());
    this.dates = new ServiceDates(serviceDay);
    this.table = new DayTable(roster);
    this.closing = new DayClosing(roster, dates, rules, table, journal, publications);
    this.blocks = new RideBlocks(journal);
    this.journal = journal;
    this.publications = publications;
    new Restoration(roster, table, closing, blocks).from(journal);
  }

  /**
   * Takes a ride in, for the next {@link #write} to count it; or says why it cannot count.
   *
   * @param appendedAt when the broker got it, milliseconds since 1970
   */
  public @Nullable Rejected take(RideHead ride, long appendedAt) {
    int community = roster.place(ride.community());
    if (community == CommunityPlaces.NOT_HERE) {
      return roster.objection(ride.community());
    }
    Rejected implausible = check.objection(ride, appendedAt);
    if (implausible != null) {
      return implausible;
    }
    int day = dates.of(ride.startedAt());
    DayCounts counts = table.find(day);
    if (counts == null || !counts.accepts(community)) {
      Rejected objection = objection(community, day);
      if (objection != null) {
        return objection;
      }
      counts = table.findOrAdd(day);
    }
    fresh.take(counts, community, ride.idDigest());
    return null;
  }

  /**
   * Counts the rides taken in since the last call, writes them, and publishes the closed days that
   * they revise.
   */
  public Written write() {
    if (fresh.isEmpty()) {
      return Written.NOTHING;
    }
    Written written = fresh.count();
    if (written.counted() > 0) {
      fresh.grown().forEach(this::revise);
      blocks.write(fresh, roster, closing.span());
    }
    fresh.clear();
    return written;
  }

  /** Publishes the open days that have more rides than was said. */
  public void publishOpenDays() {
    if (!openDaysChanged) {
      return;
    }
    DaySpan span = closing.span();
    for (DayCounts counts : table.from(span.first())) {
      if (!span.isClosed(counts.day())) {
        counts.forEach(community -> publishOpen(counts, community));
      }
    }
    openDaysChanged = false;
  }

  /** Takes over a catalogue that has changed since the last run; once, after the start. */
  public void takeOverCatalogue() {
    closing.takeOverCatalogue();
  }

  /**
   * Closes the days that the feeds have promised to be complete. Rides that were taken in have to
   * be written first.
   *
   * @param completeFrom the earliest start of what the feeds have sent completely
   * @param watermark until when all of them have
   */
  public void advance(Optional<Instant> completeFrom, Optional<Instant> watermark) {
    if (!fresh.isEmpty()) {
      throw new IllegalStateException("rides were taken in and not written");
    }
    if (closing.advance(completeFrom, watermark)) {
      blocks.forget(closing.span());
      openDaysChanged = true;
    }
  }

  /** Which days exist, are closed, are forgotten. */
  public DaySpan span() {
    return closing.span();
  }

  private @Nullable Rejected objection(int community, int day) {
    if (!roster.inService(community, day)) {
      return new Rejected(
          RejectionReason.OUT_OF_SERVICE,
          "no service runs in community %s on %s"
              .formatted(roster.key(community), ServiceDates.date(day)));
    }
    if (closing.span().isForgotten(day)) {
      return new Rejected(
          RejectionReason.LATE,
          ServiceDates.date(day)
              + " can no longer be revised; days up to "
              + ServiceDates.date(closing.span().forgotten())
              + " are final");
    }
    return null;
  }

  private void publishOpen(DayCounts counts, int community) {
    if (counts.rides(community) != counts.published(community).rides()) {
      publish(counts, community, DemandStatus.OPEN);
      counts.note(community);
      journal.publication(
          counts.day(), new Said(roster.number(community), counts.published(community)));
    }
  }

  private void revise(DayCounts counts) {
    if (!closing.span().isClosed(counts.day())) {
      openDaysChanged = true;
      return;
    }
    CommunityRides rides = counts.rides();
    for (int index = 0; index < rides.grown(); index++) {
      publish(counts, rides.grown(index), DemandStatus.CLOSED);
    }
    closing.publishCity(counts.day());
  }

  private void publish(DayCounts counts, int community, DemandStatus status) {
    Publication before = counts.published(community);
    if (before.revision() == 0 && status == DemandStatus.CLOSED) {
      before = Publication.plainClose(0);
    }
    Publication next = before.next(counts.rides(community), status);
    counts.publish(community, next);
    publications.day(roster.key(community), counts.day(), before, next);
  }
}

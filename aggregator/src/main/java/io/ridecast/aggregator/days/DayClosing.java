package io.ridecast.aggregator.days;

import io.ridecast.records.DemandStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Closes days, those without rides included, when the feeds have promised that nothing is missing,
 * and lets them go when they can change no more. Not the rides but the promises decide it, so a
 * community where nobody rides has its zeros, and an outage closes nothing.
 */
final class DayClosing {
  private final CommunityRoster roster;
  private final ServiceDates dates;
  private final Duration grace;
  private final Duration revisionWindow;
  private final DayTable table;
  private final DayJournal journal;
  private final Publications publications;
  private final Memberships members;
  private DaySpan span = DaySpan.NONE;

  DayClosing(
      CommunityRoster roster,
      ServiceDates dates,
      LedgerRules rules,
      DayTable table,
      DayJournal journal,
      Publications publications) {
    this.roster = roster;
    this.dates = dates;
    this.grace = rules.grace();
    this.revisionWindow = rules.revisionWindow();
    this.table = table;
    this.journal = journal;
    this.publications = publications;
    this.members = new Memberships(roster);
  }

  DaySpan span() {
    return span;
  }

  void restore(DaySpan kept) {
    span = kept;
  }

  void restore(int number, Membership kept) {
    members.restore(number, kept);
  }

  /** Whether the day of the community at this place is closed and has been said to be. */
  boolean isSaid(int place, int day) {
    Membership known = members.of(place);
    return span.isClosed(day) && known != null && known.covers(day);
  }

  /** Publishes the days of communities that the catalogue did not have before. */
  void takeOverCatalogue() {
    Set<Integer> changed = new TreeSet<>();
    boolean others = false;
    for (int place = 0; place < roster.size(); place++) {
      Membership known = members.of(place);
      Membership now = Membership.since(Math.min(roster.firstDay(place), firstOf(known)));
      if (known == null || !known.equals(now)) {
        publishMissing(place, known, changed);
        members.put(place, now);
        others = true;
      }
    }
    others |= members.endOfThoseThatHaveGone(span.through());
    if (others) {
      journal.members(members);
    }
    changed.forEach(this::publishCity);
  }

  /** Goes as far as the promises allow; true if days came to exist, closed or were let go. */
  boolean advance(Optional<Instant> completeFrom, Optional<Instant> watermark) {
    DaySpan next = reach(completeFrom, watermark);
    if (next.equals(span)) {
      return false;
    }
    DaySpan before = span;
    span = next;
    forEachDay(next.first(), next.through(), day -> !before.isClosed(day), this::close);
    forEachDay(next.first(), next.forgotten(), day -> !before.isForgotten(day), this::forget);
    journal.span(next);
    return true;
  }

  /** Says how many rides of a closed day this partition has. */
  void publishCity(int day) {
    DayCounts counts = table.find(day);
    if (counts == null) {
      publications.city(day, 0, roster.communitiesInService(day));
    } else {
      publications.city(day, counts.total(), counts.served());
    }
  }

  private DaySpan reach(Optional<Instant> completeFrom, Optional<Instant> watermark) {
    DaySpan reached = span;
    if (completeFrom.isPresent()) {
      reached = reached.from(dates.firstWhole(completeFrom.get()));
    }
    if (watermark.isPresent()) {
      Instant closes = watermark.get().minus(grace);
      reached =
          reached
              .closedThrough(dates.lastEnded(closes))
              .forgottenThrough(dates.lastEnded(closes.minus(revisionWindow)));
    }
    return reached;
  }

  private void close(int day) {
    DayCounts counts = table.find(day);
    List<Said> notPlain = new ArrayList<>();
    for (int place = 0; place < roster.size(); place++) {
      boolean rode = counts != null && counts.rides(place) > 0;
      if (rode || day >= roster.firstDay(place)) {
        Publication closed = publishClosed(place, day, counts);
        if (rode && !closed.isPlainClose()) {
          notPlain.add(new Said(roster.number(place), closed));
        }
      }
    }
    if (counts != null && !notPlain.isEmpty() && !span.isForgotten(day)) {
      journal.closed(day, notPlain);
      counts.noteClosing();
    }
    publishCity(day);
  }

  private Publication publishClosed(int place, int day, @Nullable DayCounts counts) {
    boolean runs = (counts != null && counts.isServedEverywhere()) || roster.inService(place, day);
    Publication before = counts == null ? Publication.NONE : counts.published(place);
    Publication closed =
        before.next(
            counts == null ? 0 : counts.rides(place),
            runs ? DemandStatus.CLOSED : DemandStatus.OUT_OF_SERVICE);
    publications.day(roster.key(place), day, before, closed);
    if (counts != null && closed.rides() > 0) {
      counts.publish(place, closed);
    }
    return closed;
  }

  private void forget(int day) {
    DayCounts counts = table.remove(day);
    if (counts != null) {
      counts.noted().forEach(place -> journal.forgetPublication(day, roster.number(place)));
      if (counts.isClosingNoted()) {
        journal.forgetClosed(day);
      }
    }
  }

  private void publishMissing(int place, @Nullable Membership known, Set<Integer> changed) {
    if (span.through() < span.first()) {
      return; // no day is closed: at the first start of all, one look a community
    }
    forEachDay(
        Math.max(span.first(), roster.firstDay(place)),
        span.through(),
        day -> known == null || !known.covers(day),
        day -> {
          DayCounts counts = table.find(day);
          Publication closed = publishClosed(place, day, counts);
          if (counts != null && closed.rides() > 0 && !span.isForgotten(day)) {
            counts.note(place);
            journal.publication(day, new Said(roster.number(place), closed));
          }
          if (!span.isForgotten(day)) {
            changed.add(day);
          }
        });
  }

  private static int firstOf(@Nullable Membership known) {
    return known == null ? Integer.MAX_VALUE : known.first();
  }

  private static void forEachDay(int first, int last, IntPredicate which, DayAction action) {
    for (int day = first; day <= last; day++) {
      if (which.test(day)) {
        action.on(day);
      }
    }
  }

  /** Something done for a day. */
  private interface DayAction {
    void on(int day);
  }
}

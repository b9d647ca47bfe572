package io.ridecast.aggregator.days;

import io.ridecast.records.DemandStatus;
import java.util.Arrays;
import java.util.List;

/** Puts together again what a journal kept; what a changed catalogue no longer has is left. */
final class Restoration implements DayJournal.Target {
  private final CommunityRoster roster;
  private final DayTable table;
  private final DayClosing closing;
  private final RideBlocks blocks;

  Restoration(CommunityRoster roster, DayTable table, DayClosing closing, RideBlocks blocks) {
    this.roster = roster;
    this.table = table;
    this.closing = closing;
    this.blocks = blocks;
  }

  /** Reads all of it. */
  void from(DayJournal journal) {
    journal.replay(this);
    table.from(Integer.MIN_VALUE).forEach(this::completeClosed);
  }

  @Override
  public void block(int lastDay, int number, long[] rides) {
    int[] firstDay = {lastDay};
    RideBlock.read(
        rides,
        (community, day, revision, row, from, to) -> {
          firstDay[0] = Math.min(firstDay[0], day);
          int place = roster.place(community);
          if (place != CommunityPlaces.NOT_HERE && !closing.span().isForgotten(day)) {
            DayCounts counts = table.findOrAdd(day);
            counts.restore(place, new Publication(0, revision, DemandStatus.CLOSED));
            Arrays.stream(row, from, to).forEach(id -> counts.restore(place, id));
          }
        });
    blocks.restore(lastDay, number, firstDay[0]);
  }

  @Override
  public void publication(int day, Said said) {
    if (restore(day, said)) {
      table.findOrAdd(day).note(roster.place(said.community()));
    }
  }

  @Override
  public void closed(int day, List<Said> said) {
    if (!closing.span().isForgotten(day)) {
      said.forEach(each -> restore(day, each));
      table.findOrAdd(day).noteClosing();
    }
  }

  @Override
  public void span(DaySpan span) {
    closing.restore(span);
  }

  @Override
  public void member(int community, Membership membership) {
    closing.restore(community, membership);
  }

  /**
   * Of a closed day all rides were published: the journal tells revisions only, and of a plain
   * close nothing.
   */
  private void completeClosed(DayCounts counts) {
    counts.forEach(
        place -> {
          Publication last = counts.published(place);
          if (last.status() != DemandStatus.OPEN) {
            counts.publish(place, last.of(counts.rides(place)));
          } else if (last.revision() == 0 && closing.isSaid(place, counts.day())) {
            counts.publish(place, Publication.plainClose(counts.rides(place)));
          }
        });
  }

  /**
   * False if the catalogue does not have the community any more, or did not have it when the day
   * was forgotten: then what was said of it was left in the journal.
   */
  private boolean restore(int day, Said said) {
    int place = roster.place(said.community());
    if (place == CommunityPlaces.NOT_HERE || closing.span().isForgotten(day)) {
      return false;
    }
    table.findOrAdd(day).restore(place, said.publication());
    return true;
  }
}

package io.ridecast.aggregator.days;

import io.ridecast.records.DemandStatus;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    restoreRidesOfClosedDays();
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
            DayCount count = table.findOrAdd(place, day);
            Arrays.stream(row, from, to).forEach(count::add);
            count.restore(new Publication(0, revision, DemandStatus.CLOSED));
          }
        });
    blocks.restore(lastDay, number, firstDay[0]);
  }

  @Override
  public void publication(int day, Said said) {
    DayCount count = restored(day, said);
    if (count != null) {
      count.note();
    }
  }

  @Override
  public void closed(int day, List<Said> said) {
    said.forEach(each -> restored(day, each));
  }

  @Override
  public void span(DaySpan span) {
    closing.restore(span);
  }

  @Override
  public void member(int community, Membership membership) {
    closing.restore(community, membership);
  }

  private @Nullable DayCount restored(int day, Said said) {
    int place = roster.place(said.community());
    if (place == CommunityPlaces.NOT_HERE) {
      return null;
    }
    DayCount count = table.findOrAdd(place, day);
    count.restore(said.publication());
    return count;
  }

  /** A block tells its revision only: of a closed day all rides were published with it. */
  private void restoreRidesOfClosedDays() {
    for (DayCount count : table.from(Integer.MIN_VALUE)) {
      if (count.published().status() != DemandStatus.OPEN) {
        count.publish(count.published().of(count.rides()));
      }
    }
  }
}

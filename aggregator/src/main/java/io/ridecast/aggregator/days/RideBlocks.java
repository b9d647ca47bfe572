package io.ridecast.aggregator.days;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which blocks of ride ids the journal holds, so that each goes when its last day is final. */
final class RideBlocks {
  private final DayJournal journal;
  private final NavigableMap<Integer, List<Block>> byLastDay = new TreeMap<>();

  /** A block and the earliest day in it. */
  private record Block(int number, int firstDay) {}

  RideBlocks(DayJournal journal) {
    this.journal = journal;
  }

  /** Writes the rides as one block. */
  void write(FreshRides fresh, CommunityRoster roster, DaySpan span) {
    List<DayCounts> days = fresh.grown();
    int first = days.get(0).day();
    int last = days.get(days.size() - 1).day();
    List<Block> ofLast = byLastDay.computeIfAbsent(last, day -> new ArrayList<>());
    int number = ofLast.isEmpty() ? 0 : ofLast.get(ofLast.size() - 1).number() + 1;
    ofLast.add(new Block(number, first));
    journal.block(last, number, RideBlock.of(fresh, roster, span));
  }

  /** Takes back a block that the journal holds. */
  void restore(int lastDay, int number, int firstDay) {
    List<Block> ofLast = byLastDay.computeIfAbsent(lastDay, day -> new ArrayList<>());
    ofLast.add(new Block(number, firstDay));
    ofLast.sort((one, other) -> Integer.compare(one.number(), other.number()));
  }

  /** Lets go of the blocks of which no day can change, and no day is still to come to exist. */
  void forget(DaySpan span) {
    NavigableMap<Integer, List<Block>> ended = byLastDay.headMap(span.forgotten(), true);
    ended.forEach(
        (lastDay, blocks) ->
            blocks.removeIf(
                block -> {
                  boolean all = span.exists(block.firstDay());
                  if (all) {
                    journal.forgetBlock(lastDay, block.number());
                  }
                  return all;
                }));
    ended.values().removeIf(List::isEmpty);
  }
}

package io.ridecast.aggregator.days;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps a journal in memory, so that another ledger can go on where the first one ended. */
final class MemoryJournal implements DayJournal {
  final Map<String, long[]> blocks = new TreeMap<>();
  final Map<String, Said> publications = new TreeMap<>();
  final Map<Integer, List<Said>> closed = new TreeMap<>();
  final Map<Integer, Membership> members = new HashMap<>();
  DaySpan span = DaySpan.NONE;

  @Override
  public void block(int lastDay, int number, long[] rides) {
    if (blocks.put(lastDay + " " + number, rides) != null) {
      throw new IllegalStateException("block written twice: " + number);
    }
  }

  @Override
  public void publication(int day, Said said) {
    publications.put(key(said.community(), day), said);
  }

  @Override
  public void closed(int day, List<Said> said) {
    closed.put(day, List.copyOf(said));
  }

  @Override
  public void span(DaySpan next) {
    span = next;
  }

  @Override
  public void members(Memberships all) {
    members.clear();
    all.forEach(members::put);
  }

  @Override
  public void forgetBlock(int lastDay, int number) {
    if (blocks.remove(lastDay + " " + number) == null) {
      throw new IllegalStateException("no such block: " + number);
    }
  }

  @Override
  public void forgetPublication(int day, int community) {
    if (publications.remove(key(community, day)) == null) {
      throw new IllegalStateException("nothing was said of " + community);
    }
  }

  @Override
  public void forgetClosed(int day) {
    if (closed.remove(day) == null) {
      throw new IllegalStateException("nothing is kept of the close");
    }
  }

  @Override
  public void replay(Target target) {
    target.span(span);
    blocks.forEach(
        (key, rides) -> {
          String[] parts = key.split(" ");
          target.block(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), rides);
        });
    publications.forEach(
        (key, said) -> target.publication(Integer.parseInt(key.split(" ")[1]), said));
    closed.forEach(target::closed);
    members.forEach(target::member);
  }

  private static String key(int community, int day) {
    return community + " " + day;
  }
}

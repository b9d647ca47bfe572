package io.ridecast.aggregator.days;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Keeps a journal in memory, so that another ledger can go on where the first one ended. */
final class MemoryJournal implements DayJournal {
  final Map<String, long[]> ids = new TreeMap<>();
  final Map<String, Publication> publications = new TreeMap<>();
  final Map<String, Membership> members = new HashMap<>();
  DaySpan span = DaySpan.NONE;

  @Override
  public void ids(String community, int day, int block, long[] digests) {
    if (ids.put(key(community, day) + " " + block, digests) != null) {
      throw new IllegalStateException("block written twice: " + block);
    }
  }

  @Override
  public void publication(String community, int day, Publication publication) {
    publications.put(key(community, day), publication);
  }

  @Override
  public void span(DaySpan next) {
    span = next;
  }

  @Override
  public void member(String community, Membership membership) {
    members.put(community, membership);
  }

  @Override
  public void forget(String community, int day, int blocks) {
    for (int block = 0; block < blocks; block++) {
      if (ids.remove(key(community, day) + " " + block) == null) {
        throw new IllegalStateException("no such block: " + block);
      }
    }
    publications.remove(key(community, day));
  }

  @Override
  public void replay(Target target) {
    ids.forEach(
        (key, digests) -> {
          String[] parts = key.split(" ");
          target.ids(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), digests);
        });
    publications.forEach(
        (key, publication) -> {
          String[] parts = key.split(" ");
          target.publication(parts[0], Integer.parseInt(parts[1]), publication);
        });
    target.span(span);
    members.forEach(target::member);
  }

  private static String key(String community, int day) {
    return community + " " + day;
  }
}

package io.ridecast.aggregator.state;

import io.ridecast.aggregator.days.Membership;
import io.ridecast.aggregator.days.Memberships;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The communities of a partition and their days as a row of numbers. There may be many thousands,
 * and nearly all have the same days: the row has a section for each run of such, of the first and
 * the last day, of how many communities follow, and of their numbers.
 */
final class MemberRow {
  private static final int HEAD = 3;
  private static final int FEW = 16;

  private long[] row = new long[FEW];
  private int end;
  private int section = -1;

  private MemberRow() {}

  /**
   * The row of communities.
   *
   * @param members shows all of them
   */
  static long[] of(Consumer<Memberships.Action> members) {
    MemberRow made = new MemberRow();
    members.accept(made::add);
    return Arrays.copyOf(made.row, made.end);
  }

  /** Shows every community of a row. */
  static void read(long[] row, Memberships.Action action) {
    int at = 0;
    while (at < row.length) {
      Membership days = new Membership((int) row[at], (int) row[at + 1]);
      int behind = at + HEAD + (int) row[at + 2];
      for (at += HEAD; at < behind; at++) {
        action.member((int) row[at], days);
      }
    }
  }

  private void add(int number, Membership days) {
    if (row.length < end + HEAD + 1) {
      row = Arrays.copyOf(row, 2 * row.length);
    }
    if (section < 0 || row[section] != days.first() || row[section + 1] != days.last()) {
      section = end;
      row[end++] = days.first();
      row[end++] = days.last();
      row[end++] = 0;
    }
    row[section + 2]++;
    row[end++] = number;
  }
}

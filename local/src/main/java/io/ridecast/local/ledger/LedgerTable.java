package io.ridecast.local.ledger;

import io.ridecast.records.RideLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** The books as a table for people, a row for each partition and one for all. */
public final class LedgerTable {
  private static final String ROW = "%9s %12s %12s %11s %9s %9s %12s %12s %9s";

  private LedgerTable() {}

  /** The lines of the table. */
  public static List<String> lines(Evidence evidence) {
    List<String> lines = new ArrayList<>();
    lines.add(
        ROW.formatted(
            "partition",
            "consumed",
            "counted",
            "duplicates",
            "late",
            "rejected",
            "dead letters",
            "published",
            "unread"));
    long[] total = new long[8];
    new TreeMap<>(evidence.later())
        .forEach(
            (partition, books) -> {
              long[] row = row(books, evidence.unread().getOrDefault(partition, 0L));
              add(total, row);
              lines.add(line(Integer.toString(partition), row));
            });
    lines.add(line("all", total));
    return lines;
  }

  /** All partitions in one sentence. */
  public static String sentence(Evidence evidence) {
    long[] total = new long[8];
    evidence.later().values().forEach(books -> add(total, row(books, 0)));
    return String.format(
        Locale.ROOT,
        "%,d consumed = %,d counted + %,d duplicates + %,d late + %,d rejected + %,d dead letters",
        total[0],
        total[1],
        total[2],
        total[3],
        total[4],
        total[5]);
  }

  /** Rides that are counted but not on daily-demand: of days not begun, or of the last second. */
  public static long waiting(Evidence evidence) {
    return evidence.later().values().stream()
        .mapToLong(books -> books.getCounted() - books.getPublished())
        .sum();
  }

  private static long[] row(RideLedger books, long unread) {
    return new long[] {
      books.getConsumed(),
      books.getCounted(),
      books.getDuplicates(),
      books.getLate(),
      LedgerAudit.rejected(books),
      books.getDeadLettered(),
      books.getPublished(),
      unread
    };
  }

  private static void add(long[] total, long[] row) {
    for (int column = 0; column < row.length; column++) {
      total[column] += row[column];
    }
  }

  private static String line(String name, long[] row) {
    Object[] columns = new Object[row.length + 1];
    columns[0] = name;
    for (int column = 0; column < row.length; column++) {
      columns[column + 1] = String.format(Locale.ROOT, "%,d", row[column]);
    }
    return ROW.formatted(columns);
  }
}

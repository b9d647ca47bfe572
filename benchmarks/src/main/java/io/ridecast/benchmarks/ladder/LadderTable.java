package io.ridecast.benchmarks.ladder;

import io.ridecast.benchmarks.report.Spread;
import java.util.Locale;

/** The ladder for people. */
final class LadderTable {
  private static final String HEAD =
      "%-36s %8s %20s %7s %18s %9s %11s %7s %8s%n"
          .formatted(
              "",
              "rides",
              "warm k/s (min-max)",
              "all k/s",
              "of plain",
              "thread us",
              "process s/M",
              "B/ride",
              "peak MiB");

  private final Results results;

  LadderTable(Results results) {
    this.results = results;
  }

  @Override
  public String toString() {
    StringBuilder table = new StringBuilder(HEAD);
    for (Variant variant : Variant.values()) {
      if (results.has(variant)) {
        table.append(row(variant));
      }
    }
    return table
        .append(
            "warm: the last three quarters of the rides; all: from the first one on. of plain: ")
        .append("round by round, median (min-max).\n")
        .append("thread, process: CPU while warm. B/ride: changelogs and output. ")
        .append("Only runs whose counts were right.")
        .toString();
  }

  private String row(Variant variant) {
    return String.format(
        Locale.ROOT,
        "%-36s %8.0f %20s %7.0f %18s %9.2f %11.2f %7.1f %8.0f%n",
        variant.title(),
        results.spread(variant, Round::rides).median(),
        text(results.spread(variant, round -> round.run().warmRate() / 1e3), "%.0f (%.0f-%.0f)"),
        results.spread(variant, round -> round.run().rate() / 1e3).median(),
        results.ratio(variant).map(ratio -> text(ratio, "%.2f (%.2f-%.2f)")).orElse(""),
        results.spread(variant, round -> round.run().threadMicros()).median(),
        results.spread(variant, round -> round.run().processSeconds()).median(),
        results.spread(variant, Round::bytesPerRide).median(),
        results.spread(variant, round -> round.run().peakKiB() / 1024.0).median());
  }

  private static String text(Spread spread, String format) {
    return String.format(Locale.ROOT, format, spread.median(), spread.low(), spread.high());
  }
}

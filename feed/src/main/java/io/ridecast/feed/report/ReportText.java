package io.ridecast.feed.report;

import io.ridecast.feed.csv.SkipCounts;
import io.ridecast.feed.csv.SkipReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A feed's report for people. */
public final class ReportText {
  private ReportText() {}

  /** The report's lines: the sum, then one line for each reason that rows were skipped for. */
  public static List<String> of(FeedReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "feed %s: %,d rows = %,d sent + %,d skipped, in %.1f s (%,d rides/s)%s",
            report.feed(),
            report.rows(),
            report.sent(),
            report.rows() - report.sent(),
            report.took().toMillis() / 1e3,
            report.rate(),
            report.stopped() ? ", stopped before its end" : ""));
    for (Map.Entry<SkipReason, SkipCounts.Skipped> entry :
        new TreeMap<>(report.skipped()).entrySet()) {
      lines.add(skipped(entry.getKey(), entry.getValue()));
    }
    report.completeUntil().ifPresent(until -> lines.add("  complete until " + until));
    return lines;
  }

  private static String skipped(SkipReason reason, SkipCounts.Skipped skipped) {
    String sum = String.format(Locale.ROOT, "  skipped %,d: %s", skipped.rows(), reason.meaning());
    if (skipped.first().isEmpty()) {
      return sum;
    }
    String more = skipped.rows() > skipped.first().size() ? ", ..." : "";
    return sum + " (" + String.join(", ", skipped.first()) + more + ")";
  }
}

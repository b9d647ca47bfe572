package io.ridecast.oracle;

import io.ridecast.records.DailyDemand;
import io.ridecast.records.RejectionReason;
import io.ridecast.schemas.topics.DemandKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of the aggregator's output whatever happens to it. Each returns the violations as
 * lines for people; none means that it holds.
 */
public final class Invariants {
  private Invariants() {}

  /** The last word on every community's day is what the oracle says, and nothing else is there. */
  public static List<String> counts(Expectation expected, List<DailyDemand> output) {
    Map<String, DailyDemand> last = new TreeMap<>();
    output.forEach(demand -> last.put(key(demand), demand));
    Set<String> keys = new TreeSet<>(expected.cells().keySet());
    keys.addAll(last.keySet());
    List<String> violations = new ArrayList<>();
    for (String key : keys) {
      String wanted = text(expected.cells().get(key));
      DailyDemand demand = last.get(key);
      String found =
          demand == null ? text(null) : text(new Cell(demand.getRides(), demand.getStatus()));
      if (!wanted.equals(found)) {
        String revision = demand == null ? "" : " in revision " + demand.getRevision();
        violations.add("%s: %s expected, %s found%s".formatted(key, wanted, found, revision));
      }
    }
    return violations;
  }

  /** Every ride came to the end that the oracle says. */
  public static List<String> balance(Books expected, Books found) {
    List<String> violations = new ArrayList<>();
    compare("counted", expected.counted(), found.counted(), violations);
    compare("duplicates", expected.duplicates(), found.duplicates(), violations);
    compare("dead-lettered", expected.deadLettered(), found.deadLettered(), violations);
    for (RejectionReason reason : RejectionReason.values()) {
      compare(
          reason.name(),
          expected.rejected().getOrDefault(reason, 0L),
          found.rejected().getOrDefault(reason, 0L),
          violations);
    }
    return violations;
  }

  /** Each revision of each community's day comes once and in order: 1, 2, 3, ... */
  public static List<String> revisions(List<DailyDemand> inOrder) {
    Map<String, Integer> revisions = new HashMap<>();
    List<String> violations = new ArrayList<>();
    for (DailyDemand demand : inOrder) {
      int due = revisions.getOrDefault(key(demand), 0) + 1;
      if (demand.getRevision() != due) {
        violations.add(
            "%s: revision %d where %d is due".formatted(key(demand), demand.getRevision(), due));
      }
      revisions.put(key(demand), demand.getRevision());
    }
    return violations;
  }

  /** The fault really happened. */
  public static List<String> fired(String fault, long times) {
    return times > 0 ? List.of() : List.of(fault + " never happened");
  }

  private static void compare(String what, long expected, long found, List<String> violations) {
    if (expected != found) {
      violations.add("%s: %d expected, %d found".formatted(what, expected, found));
    }
  }

  private static String key(DailyDemand demand) {
    return DemandKey.of(demand.getCommunity(), demand.getDate());
  }

  private static String text(@Nullable Cell cell) {
    return cell == null ? "nothing" : cell.rides() + " " + cell.status();
  }
}

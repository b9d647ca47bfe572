package io.ridecast.local.ledger;

import io.ridecast.records.RejectionReason;
import io.ridecast.records.RideLedger;
import io.ridecast.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/** Holds the books against themselves and against the topics that they speak of. */
public final class LedgerAudit {
  private final Evidence evidence;
  private final List<String> faults = new ArrayList<>();

  private LedgerAudit(Evidence evidence) {
    this.evidence = evidence;
  }

  /** What does not agree, a line each; none if the ledger balances. */
  public static List<String> faults(Evidence evidence) {
    LedgerAudit audit = new LedgerAudit(evidence);
    evidence.later().values().forEach(audit::balance);
    audit.rejections();
    audit.deadLetters();
    audit.demand();
    return audit.faults;
  }

  /** All that the books reject of a partition, other than what came too late. */
  static long rejected(RideLedger books) {
    return books.getRejected().values().stream().mapToLong(Long::longValue).sum();
  }

  private void balance(RideLedger books) {
    long ends =
        books.getCounted()
            + books.getDuplicates()
            + books.getLate()
            + rejected(books)
            + books.getDeadLettered();
    check(
        books.getConsumed() == ends,
        "partition %d: %,d rides were read and %,d came to an end"
            .formatted(books.getPartition(), books.getConsumed(), ends));
  }

  private void rejections() {
    if (isExpired(Topics.REJECTED_RIDES.name())) {
      return;
    }
    Map<String, Long> before = rejections(evidence.books());
    Map<String, Long> after = rejections(evidence.later());
    Set<String> reasons = new TreeSet<>(after.keySet());
    reasons.addAll(evidence.rejected().keySet());
    for (String reason : reasons) {
      compare(
          Topics.REJECTED_RIDES.name() + " " + reason,
          before.getOrDefault(reason, 0L),
          after.getOrDefault(reason, 0L),
          evidence.rejected().getOrDefault(reason, 0L));
    }
  }

  private static Map<String, Long> rejections(Map<Integer, RideLedger> books) {
    Map<String, Long> booked = new TreeMap<>();
    for (RideLedger entry : books.values()) {
      booked.merge(RejectionReason.LATE.name(), entry.getLate(), Long::sum);
      entry.getRejected().forEach((reason, rides) -> booked.merge(reason, rides, Long::sum));
    }
    return booked;
  }

  private void deadLetters() {
    String topic = Topics.deadLetters("aggregator");
    if (!isExpired(topic)) {
      each(topic + " of partition %d", RideLedger::getDeadLettered, evidence.deadLetters());
    }
  }

  private void demand() {
    each(
        Topics.DAILY_DEMAND.name() + ", partition %d", RideLedger::getPublished, evidence.demand());
  }

  private void each(String what, ToLongFunction<RideLedger> booked, Map<Integer, Long> found) {
    evidence
        .later()
        .forEach(
            (partition, after) -> {
              RideLedger before = evidence.books().get(partition);
              compare(
                  what.formatted(partition),
                  before == null ? 0 : booked.applyAsLong(before),
                  booked.applyAsLong(after),
                  found.getOrDefault(partition, 0L));
            });
  }

  private boolean isExpired(String topic) {
    return evidence.expired().contains(topic);
  }

  /** What was found has to lie between what was booked before and after it was read. */
  private void compare(String what, long before, long after, long found) {
    String booked = before == after ? "%,d" : "%,d to %,d";
    check(
        found >= Math.min(before, after) && found <= Math.max(before, after),
        ("%s: the books say " + booked.formatted(before, after) + ", the topic %,d")
            .formatted(what, found));
  }

  private void check(boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }
}

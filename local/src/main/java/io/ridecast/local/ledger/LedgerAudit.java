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
    evidence.books().values().forEach(audit::balance);
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
    Map<String, Long> booked = new TreeMap<>();
    evidence
        .books()
        .values()
        .forEach(
            books -> {
              booked.merge(RejectionReason.LATE.name(), books.getLate(), Long::sum);
              books
                  .getRejected()
                  .forEach((reason, rides) -> booked.merge(reason, rides, Long::sum));
            });
    Set<String> reasons = new TreeSet<>(booked.keySet());
    reasons.addAll(evidence.rejected().keySet());
    for (String reason : reasons) {
      compare(
          Topics.REJECTED_RIDES.name() + " " + reason,
          booked.getOrDefault(reason, 0L),
          evidence.rejected().getOrDefault(reason, 0L));
    }
  }

  private void deadLetters() {
    String topic = Topics.deadLetters("aggregator");
    if (!isExpired(topic)) {
      evidence
          .books()
          .forEach(
              (partition, books) ->
                  compare(
                      "%s of partition %d".formatted(topic, partition),
                      books.getDeadLettered(),
                      evidence.deadLetters().getOrDefault(partition, 0L)));
    }
  }

  private void demand() {
    evidence
        .books()
        .forEach(
            (partition, books) ->
                compare(
                    "%s, partition %d".formatted(Topics.DAILY_DEMAND.name(), partition),
                    books.getPublished(),
                    evidence.demand().getOrDefault(partition, 0L)));
  }

  private boolean isExpired(String topic) {
    return evidence.expired().contains(topic);
  }

  private void compare(String what, long booked, long found) {
    check(booked == found, "%s: the books say %,d, the topic %,d".formatted(what, booked, found));
  }

  private void check(boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }
}

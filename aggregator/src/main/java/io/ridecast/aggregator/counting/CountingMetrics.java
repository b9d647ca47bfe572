package io.ridecast.aggregator.counting;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.ridecast.aggregator.books.RideTally;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.RejectionReason;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many rides came to what end. Counted a ride, whatever it came packed in. After a crash the
 * rides of the lost transaction are counted again; the exact ledger is in the topics.
 */
public final class CountingMetrics {
  private static final String RIDES = "ridecast.rides";

  private final Counter counted;
  private final Counter duplicate;
  private final Counter late;
  private final Counter rejected;
  private final Counter deadLettered;
  private final Counter undeclaredFeeds;
  private final Map<RejectionReason, Counter> reasons = new EnumMap<>(RejectionReason.class);
  private final Map<DemandStatus, Counter> published = new EnumMap<>(DemandStatus.class);

  public CountingMetrics(MeterRegistry meters) {
    counted = outcome(meters, "counted");
    duplicate = outcome(meters, "duplicate");
    late = outcome(meters, "late");
    rejected = outcome(meters, "rejected");
    deadLettered = outcome(meters, "dead-lettered");
    undeclaredFeeds =
        Counter.builder("ridecast.undeclared.watermarks")
            .description("Watermarks of feeds that FEEDS does not name")
            .register(meters);
    for (RejectionReason reason : RejectionReason.values()) {
      reasons.put(
          reason,
          Counter.builder("ridecast.rejected.rides")
              .description("Rides on rejected-rides, by reason")
              .tag("reason", reason.name())
              .register(meters));
    }
    for (DemandStatus status : DemandStatus.values()) {
      published.put(
          status,
          Counter.builder("ridecast.demand.revisions")
              .description("Revisions written to daily-demand, by status")
              .tag("status", status.name())
              .register(meters));
    }
  }

  void rides(RideTally tally) {
    add(counted, tally.counted());
    add(duplicate, tally.duplicates());
    add(deadLettered, tally.deadLettered());
    for (RejectionReason reason : RejectionReason.values()) {
      add(reason == RejectionReason.LATE ? late : rejected, tally.rejected(reason));
      add(counter(reasons, reason), tally.rejected(reason));
    }
  }

  void published(DemandStatus status, int revisions) {
    add(counter(published, status), revisions);
  }

  void undeclaredFeed() {
    undeclaredFeeds.increment();
  }

  private static void add(Counter counter, long rides) {
    counter.increment((double) rides);
  }

  private static <K> Counter counter(Map<K, Counter> counters, K key) {
    Counter counter = counters.get(key);
    if (counter == null) {
      throw new IllegalArgumentException("no counter for " + key);
    }
    return counter;
  }

  private static Counter outcome(MeterRegistry meters, String outcome) {
    return Counter.builder(RIDES)
        .description("Rides read, by what became of them")
        .tag("outcome", outcome)
        .register(meters);
  }
}

package io.ridecast.aggregator.books;

import io.ridecast.records.RejectionReason;
import java.util.EnumMap;
import java.util.Map;

/** How many rides came to what end: of one pack, or of a partition since its first ride. */
public final class RideTally {
  private long counted;
  private long duplicates;
  private long deadLettered;
  private final Map<RejectionReason, Long> rejected = new EnumMap<>(RejectionReason.class);

  /** So many more are in the counts of their days. */
  public void count(int rides) {
    counted += rides;
  }

  /** So many more were counted before. */
  public void duplicate(int rides) {
    duplicates += rides;
  }

  /** One more went to the dead letters. */
  public void deadLetter() {
    deadLettered++;
  }

  /** One more went to the rejected rides. */
  public void reject(RejectionReason reason) {
    rejected.merge(reason, 1L, Long::sum);
  }

  void add(RideTally other) {
    counted += other.counted;
    duplicates += other.duplicates;
    deadLettered += other.deadLettered;
    other.rejected.forEach((reason, rides) -> rejected.merge(reason, rides, Long::sum));
  }

  void restore(long countedBefore, long duplicatesBefore, long deadLetteredBefore) {
    counted = countedBefore;
    duplicates = duplicatesBefore;
    deadLettered = deadLetteredBefore;
  }

  void restore(RejectionReason reason, long rides) {
    rejected.put(reason, rides);
  }

  /** Rides in the count of their day. */
  public long counted() {
    return counted;
  }

  /** Rides that were counted before. */
  public long duplicates() {
    return duplicates;
  }

  /** Records that could not be read. */
  public long deadLettered() {
    return deadLettered;
  }

  /** Rides that came too late for their day. */
  public long late() {
    return rejected(RejectionReason.LATE);
  }

  /** Rides that do not count for a reason; too late is one of them. */
  public long rejected(RejectionReason reason) {
    return rejected.getOrDefault(reason, 0L);
  }

  /** All of them. */
  public long consumed() {
    long sum = counted + duplicates + deadLettered;
    for (long rides : rejected.values()) {
      sum += rides;
    }
    return sum;
  }
}

package io.ridecast.oracle;

import io.ridecast.records.RejectionReason;
import io.ridecast.records.RideLedger;
import java.util.EnumMap;
import java.util.Map;

/**
 * What became of rides: each came to exactly one of these ends.
 *
 * @param duplicates of an id counted before in the same community and local day
 * @param rejected by reason, too late ones among them
 * @param deadLettered what could not be read
 */
public record Books(
    long counted, long duplicates, Map<RejectionReason, Long> rejected, long deadLettered) {
  /** Before the first ride. */
  public static final Books EMPTY = new Books(0, 0, Map.of(), 0);

  public Books {
    rejected = Map.copyOf(rejected);
  }

  /** What a record of the topic {@code ride-ledger} says. */
  public static Books of(RideLedger ledger) {
    Map<RejectionReason, Long> rejected = new EnumMap<>(RejectionReason.class);
    ledger
        .getRejected()
        .forEach((reason, rides) -> rejected.put(RejectionReason.valueOf(reason), rides));
    if (ledger.getLate() > 0) {
      rejected.put(RejectionReason.LATE, ledger.getLate());
    }
    return new Books(
        ledger.getCounted(), ledger.getDuplicates(), rejected, ledger.getDeadLettered());
  }

  /** Both together. */
  public Books plus(Books other) {
    Map<RejectionReason, Long> sum = new EnumMap<>(RejectionReason.class);
    rejected.forEach((reason, rides) -> sum.merge(reason, rides, Long::sum));
    other.rejected.forEach((reason, rides) -> sum.merge(reason, rides, Long::sum));
    return new Books(
        counted + other.counted,
        duplicates + other.duplicates,
        sum,
        deadLettered + other.deadLettered);
  }

  /** All of them. */
  public long consumed() {
    return counted
        + duplicates
        + deadLettered
        + rejected.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Those that came too late. */
  public long late() {
    return rejected.getOrDefault(RejectionReason.LATE, 0L);
  }
}

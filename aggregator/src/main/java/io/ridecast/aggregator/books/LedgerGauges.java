package io.ridecast.aggregator.books;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * The books of this instance's partitions as metrics. Unlike counters, they go back when a
 * transaction is taken back, and go on after a restart: summed over instances they are exact.
 */
public final class LedgerGauges {
  private static final String RIDES = "ridecast.ledger.rides";

  private final MeterRegistry meters;
  private final Map<Integer, Sums> partitions = new ConcurrentHashMap<>();

  /** What the threads of the metrics may read: made anew by the partition's own thread. */
  private record Sums(
      long consumed, long counted, long duplicates, long late, long rejected, long deadLettered) {
    static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0);

    static Sums of(RideTally tally) {
      long known = tally.counted() + tally.duplicates() + tally.late() + tally.deadLettered();
      return new Sums(
          tally.consumed(),
          tally.counted(),
          tally.duplicates(),
          tally.late(),
          tally.consumed() - known,
          tally.deadLettered());
    }
  }

  public LedgerGauges(MeterRegistry meters) {
    this.meters = meters;
  }

  /** What a partition's books say now. */
  public void update(int partition, RideTally tally) {
    if (partitions.put(partition, Sums.of(tally)) == null) {
      register(partition);
    }
  }

  /** The partition has left this instance. */
  public void remove(int partition) {
    partitions.remove(partition);
    meters
        .find(RIDES)
        .tag("partition", Integer.toString(partition))
        .meters()
        .forEach(meters::remove);
  }

  private void register(int partition) {
    gauge(partition, "consumed", Sums::consumed);
    gauge(partition, "counted", Sums::counted);
    gauge(partition, "duplicate", Sums::duplicates);
    gauge(partition, "late", Sums::late);
    gauge(partition, "rejected", Sums::rejected);
    gauge(partition, "dead-lettered", Sums::deadLettered);
  }

  private void gauge(int partition, String outcome, ToDoubleFunction<Sums> value) {
    Gauge.builder(RIDES, () -> value.applyAsDouble(partitions.getOrDefault(partition, Sums.NONE)))
        .description("Rides since the first one, by what became of them; consumed is their sum")
        .tag("partition", Integer.toString(partition))
        .tag("outcome", outcome)
        .register(meters);
  }
}

package io.ridecast.aggregator.books;

import io.ridecast.records.RejectionReason;
import io.ridecast.records.RideLedger;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The books of one partition, from its first ride on. They lie in a store beside the counts, so a
 * crash takes back both or neither. For one thread.
 */
public final class PartitionBooks {
  private static final String BOOKS = "books";
  private static final String REJECTED = "rejected/";
  private static final String BEHIND_REJECTED = "rejected0"; // '0' follows '/'

  private final int partition;
  private final KeyValueStore<String, long[]> store;
  private final RideTally tally = new RideTally();
  private long published;
  private boolean changed;
  private @Nullable RideLedger stated;

  /** Books that go on where the store's end. */
  public PartitionBooks(int partition, KeyValueStore<String, long[]> store) {
    this.partition = partition;
    this.store = store;
    restore();
  }

  /** Adds the rides of a pack. */
  public void add(RideTally pack) {
    tally.add(pack);
    changed = true;
    for (RejectionReason reason : RejectionReason.values()) {
      if (pack.rejected(reason) > 0) {
        store.put(REJECTED + reason.name(), new long[] {tally.rejected(reason)});
      }
    }
  }

  /** What daily-demand says in sum has changed by so many rides. */
  public void published(long more) {
    published += more;
    changed |= more != 0;
  }

  /** Writes what has changed since the last call. */
  public void write() {
    if (changed) {
      changed = false;
      store.put(
          BOOKS, new long[] {tally.counted(), tally.duplicates(), tally.deadLettered(), published});
    }
  }

  /** What became of all rides so far. */
  public RideTally tally() {
    return tally;
  }

  /** The books as a record, if they say anything new. */
  public Optional<RideLedger> statement(long ridesOffset) {
    RideLedger now =
        new RideLedger(
            partition,
            ridesOffset,
            tally.consumed(),
            tally.counted(),
            tally.duplicates(),
            tally.late(),
            otherRejections(),
            tally.deadLettered(),
            published);
    if (now.equals(stated)) {
      return Optional.empty();
    }
    stated = now;
    return Optional.of(now);
  }

  private Map<String, Long> otherRejections() {
    Map<String, Long> rejections = new TreeMap<>();
    for (RejectionReason reason : RejectionReason.values()) {
      if (reason != RejectionReason.LATE && tally.rejected(reason) > 0) {
        rejections.put(reason.name(), tally.rejected(reason));
      }
    }
    return rejections;
  }

  private void restore() {
    long[] row = store.get(BOOKS);
    if (row != null) {
      tally.restore(row[0], row[1], row[2]);
      published = row[3];
    }
    try (KeyValueIterator<String, long[]> rows = store.range(REJECTED, BEHIND_REJECTED)) {
      rows.forEachRemaining(
          entry ->
              tally.restore(
                  RejectionReason.valueOf(entry.key.substring(REJECTED.length())), entry.value[0]));
    }
  }
}

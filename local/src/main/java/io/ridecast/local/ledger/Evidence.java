package io.ridecast.local.ledger;

import io.ridecast.records.RideLedger;
import java.util.Map;
import java.util.Set;

/**
 * What the topics hold, read between two looks at the books: while rides flow there is no one
 * moment.
 *
 * @param books the last entry of each partition of rides, before
 * @param later the same, after
 * @param unread records of rides that the books do not know of yet, by partition
 * @param rejected how many records of each reason are on rejected-rides
 * @param deadLetters how many records of rides are on the dead-letter topic, by partition of rides
 * @param demand the sum of the last counts on daily-demand, by partition
 * @param expired topics that have lost records to retention, which can therefore not be compared
 */
public record Evidence(
    Map<Integer, RideLedger> books,
    Map<Integer, RideLedger> later,
    Map<Integer, Long> unread,
    Map<String, Long> rejected,
    Map<Integer, Long> deadLetters,
    Map<Integer, Long> demand,
    Set<String> expired) {

  /** Whether the aggregator went on counting meanwhile. */
  public boolean flowing() {
    return !books.equals(later);
  }
}

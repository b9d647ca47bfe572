package io.ridecast.aggregator.promises;

/**
 * A promise that waits for its rides.
 *
 * @param sequence rises in the order in which promises came: of two that wait for the same rides
 *     the later one is applied last
 */
public record HeldPromise(long sequence, FeedPromise promise) implements Comparable<HeldPromise> {
  @Override
  public int compareTo(HeldPromise other) {
    int byOffset = Long.compare(promise.ridesOffset(), other.promise.ridesOffset());
    return byOffset == 0 ? Long.compare(sequence, other.sequence) : byOffset;
  }
}

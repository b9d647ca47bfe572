package io.ridecast.oracle;

import io.ridecast.records.RideWatermark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What the feeds have promised of one partition, as far as the rides have been read. */
final class FeedPromises {
  private final Set<String> declared;
  private final List<RideWatermark> waiting = new ArrayList<>();
  private final Map<String, Instant> from = new HashMap<>();
  private final Map<String, Instant> until = new HashMap<>();
  private final Set<String> retired = new HashSet<>();

  FeedPromises(Set<String> declared) {
    this.declared = declared;
  }

  void receive(RideWatermark watermark) {
    if (declared.contains(watermark.getFeed())) {
      waiting.add(watermark);
      if (!watermark.getRetired()) {
        retired.remove(watermark.getFeed());
      }
    }
  }

  /** Applies, in the order in which they came, the promises whose rides have been read. */
  void reach(long offset) {
    List<RideWatermark> due =
        waiting.stream()
            .filter(watermark -> watermark.getRidesOffset() <= offset)
            .sorted(Comparator.comparingLong(RideWatermark::getRidesOffset))
            .toList();
    waiting.removeAll(due);
    due.forEach(this::apply);
  }

  Optional<Instant> completeFrom() {
    return declared.stream().map(from::get).filter(Objects::nonNull).min(Comparator.naturalOrder());
  }

  /** The least end of all feeds that have not retired; if all have, of all feeds. */
  Optional<Instant> watermark() {
    List<String> waitedFor = declared.stream().filter(feed -> !retired.contains(feed)).toList();
    List<String> decisive = waitedFor.isEmpty() ? List.copyOf(declared) : waitedFor;
    return decisive.stream().allMatch(until::containsKey)
        ? decisive.stream().map(until::get).min(Comparator.naturalOrder())
        : Optional.empty();
  }

  private void apply(RideWatermark watermark) {
    String feed = watermark.getFeed();
    Instant nextFrom = watermark.getCompleteFrom();
    Instant nextUntil = watermark.getCompleteUntil();
    if (nextFrom != null && nextUntil != null) {
      Instant knownFrom = from.get(feed);
      // A span apart from the known one leaves a gap, of which nothing is promised.
      if (knownFrom == null || (nextFrom.isBefore(knownFrom) && !nextUntil.isBefore(knownFrom))) {
        from.put(feed, nextFrom);
      }
      until.merge(feed, nextUntil, (one, other) -> one.isAfter(other) ? one : other);
    }
    if (watermark.getRetired()) {
      retired.add(feed);
    } else {
      retired.remove(feed);
    }
  }
}

package io.ridecast.feed.sending;

import io.ridecast.records.RideWatermark;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * The span whose rides have all been sent.
 *
 * @param from its start
 * @param until its end, exclusive
 */
public record Promise(Instant from, Instant until) {

  /** This promise and another of the same feed: neither end is ever taken back. */
  Promise and(Promise other) {
    return new Promise(
        from.isBefore(other.from) ? from : other.from,
        until.isAfter(other.until) ? until : other.until);
  }

  /** What one watermark promises, if it promises anything. */
  static Optional<Promise> of(RideWatermark watermark) {
    Instant from = watermark.getCompleteFrom();
    Instant until = watermark.getCompleteUntil();
    return from == null || until == null ? Optional.empty() : Optional.of(new Promise(from, until));
  }

  /** What holds in all of {@code partitions} partitions; empty if one of them lacks a promise. */
  static Optional<Promise> inAll(int partitions, Collection<RideWatermark> watermarks) {
    if (watermarks.stream().filter(mark -> of(mark).isPresent()).count() < partitions) {
      return Optional.empty();
    }
    return watermarks.stream()
        .flatMap(mark -> of(mark).stream())
        .reduce(
            (one, other) ->
                new Promise(
                    one.from.isAfter(other.from) ? one.from : other.from,
                    one.until.isBefore(other.until) ? one.until : other.until));
  }
}

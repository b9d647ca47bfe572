package io.ridecast.oracle;

import io.ridecast.records.RejectionReason;
import io.ridecast.records.Ride;
import io.ridecast.schemas.topics.DemandKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts the rides of one partition in their order. */
final class PartitionOracle {
  private final int partition;
  private final CountingRules rules;
  private final PlainRules plain;
  private final FeedPromises promises;
  private final ZoneId zone;
  private final Map<String, Set<String>> ids = new HashMap<>();
  private final Map<RejectionReason, Long> rejected = new EnumMap<>(RejectionReason.class);
  private long reached;
  private long counted;
  private long duplicates;
  private long deadLettered;
  private @Nullable LocalDate first;
  private LocalDate closed = LocalDate.MIN;
  private LocalDate forgotten = LocalDate.MIN;

  PartitionOracle(int partition, CountingRules rules) {
    this.partition = partition;
    this.rules = rules;
    this.plain = new PlainRules(rules);
    this.promises = new FeedPromises(rules.feeds());
    this.zone = rules.catalogue().serviceDay().zone();
  }

  FeedPromises promises() {
    return promises;
  }

  /** The rides before the offset have been read. */
  void reach(long offset) {
    reached = Math.max(reached, offset);
    promises.reach(reached);
    advance();
  }

  long reached() {
    return reached;
  }

  void ride(Ride ride, Instant appendedAt) {
    Optional<RejectionReason> objection = plain.objection(partition, ride, appendedAt);
    if (objection.isPresent()) {
      reject(objection.get());
      return;
    }
    LocalDate day = plain.day(ride.getStartedAt());
    if (exists(day) && !day.isAfter(forgotten)) {
      reject(RejectionReason.LATE);
    } else if (ids.computeIfAbsent(DemandKey.of(ride.getCommunity(), day), key -> new HashSet<>())
        .add(ride.getRideId())) {
      counted++;
    } else {
      duplicates++;
    }
  }

  void reject(RejectionReason reason) {
    rejected.merge(reason, 1L, Long::sum);
  }

  void deadLetter() {
    deadLettered++;
  }

  /** Goes as far as the promises allow; days never open again. */
  private void advance() {
    promises
        .completeFrom()
        .map(this::firstWholeDay)
        .filter(day -> first == null || day.isBefore(first))
        .ifPresent(day -> first = day);
    promises
        .watermark()
        .ifPresent(
            watermark -> {
              Instant closes = watermark.minus(rules.grace());
              closed = later(closed, lastEnded(closes));
              forgotten = later(forgotten, lastEnded(closes.minus(rules.revisionWindow())));
            });
  }

  boolean exists(LocalDate day) {
    return first != null && !day.isBefore(first);
  }

  @Nullable LocalDate first() {
    return first;
  }

  LocalDate closed() {
    return closed;
  }

  int rides(String key) {
    return ids.getOrDefault(key, Set.of()).size();
  }

  Set<String> ridden() {
    return ids.keySet();
  }

  Books books() {
    return new Books(counted, duplicates, rejected, deadLettered);
  }

  private LocalDate firstWholeDay(Instant from) {
    LocalDate day = plain.day(from);
    return day.atStartOfDay(zone).toInstant().equals(from) ? day : day.plusDays(1);
  }

  private LocalDate lastEnded(Instant by) {
    return plain.day(by).minusDays(1);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}

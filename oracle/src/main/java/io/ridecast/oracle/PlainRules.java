package io.ridecast.oracle;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.records.RejectionReason;
import io.ridecast.records.Ride;
import io.ridecast.schemas.topics.CommunityPartition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/** What is wrong with a ride by itself, whatever was counted before it. */
final class PlainRules {
  private static final Instant EARLIEST = Instant.parse("2010-01-01T00:00:00Z");
  private static final Duration AHEAD = Duration.ofDays(1);

  private final CountingRules rules;
  private final ZoneId zone;

  PlainRules(CountingRules rules) {
    this.rules = rules;
    this.zone = rules.catalogue().serviceDay().zone();
  }

  Optional<RejectionReason> objection(int partition, Ride ride, Instant appendedAt) {
    Optional<Community> community = rules.catalogue().byKey(ride.getCommunity());
    if (community.isEmpty()) {
      return Optional.of(RejectionReason.UNKNOWN_COMMUNITY);
    }
    if (CommunityPartition.of(ride.getCommunity(), rules.partitions()) != partition) {
      return Optional.of(RejectionReason.MISROUTED);
    }
    Instant start = ride.getStartedAt();
    if (start.isBefore(EARLIEST) || start.isAfter(appendedAt.plus(AHEAD))) {
      return Optional.of(RejectionReason.IMPLAUSIBLE_TIME);
    }
    Instant end = ride.getEndedAt();
    if (end != null && end.isBefore(start) && !endsInRepeatedHour(start, end)) {
      return Optional.of(RejectionReason.END_BEFORE_START);
    }
    return inService(community.get(), day(start))
        ? Optional.empty()
        : Optional.of(RejectionReason.OUT_OF_SERVICE);
  }

  LocalDate day(Instant start) {
    return start.atZone(zone).toLocalDate();
  }

  boolean exists(Community community, LocalDate day) {
    return community.starts().map(first -> !day.isBefore(first)).orElse(true);
  }

  boolean inService(Community community, LocalDate day) {
    return exists(community, day) && rules.calendar().inService(community, day);
  }

  /** An end on the clock that comes twice, and whose second time is not before the start. */
  private boolean endsInRepeatedHour(Instant start, Instant end) {
    if (end.isBefore(EARLIEST)) {
      return false;
    }
    LocalDateTime local = LocalDateTime.ofInstant(end, zone);
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return change != null && change.isOverlap() && !end.minus(change.getDuration()).isBefore(start);
  }
}

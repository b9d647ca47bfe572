package io.ridecast.feed.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a feed is about to send.
 *
 * @param feed its name
 * @param rows how many rows the history has; an estimate for a simulated city
 * @param firstDay the first local day
 * @param lastDay the last local day of the history
 * @param inOrder whether promises can be made as it goes, not only at the end
 * @param resumesFrom where an earlier run's promise ends, if there was one
 */
public record FeedPlan(
    String feed,
    long rows,
    LocalDate firstDay,
    LocalDate lastDay,
    boolean inOrder,
    Optional<Instant> resumesFrom) {}

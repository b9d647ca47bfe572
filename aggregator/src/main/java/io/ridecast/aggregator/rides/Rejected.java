package io.ridecast.aggregator.rides;

import io.ridecast.records.RejectionReason;

/**
 * Why a ride is not demand.
 *
 * @param reason by name
 * @param detail the same in words, with the values that decided
 */
public record Rejected(RejectionReason reason, String detail) {}

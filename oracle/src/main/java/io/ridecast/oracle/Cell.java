package io.ridecast.oracle;

import io.ridecast.records.DemandStatus;

/** One community's day: how many rides, and whether it is closed. */
public record Cell(int rides, DemandStatus status) {}

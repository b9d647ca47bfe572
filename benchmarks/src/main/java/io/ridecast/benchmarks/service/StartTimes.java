package io.ridecast.benchmarks.service;

/**
 * How an aggregator came up.
 *
 * @param restoreMillis from the first task's wait for its state until all have it
 * @param records read from the changelogs for it
 * @param runningMillis from the service's start until it is ready
 */
public record StartTimes(double restoreMillis, long records, double runningMillis) {}

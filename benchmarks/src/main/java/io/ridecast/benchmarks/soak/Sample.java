package io.ridecast.benchmarks.soak;

/**
 * Memory at a moment.
 *
 * @param seconds since the start
 * @param residentMiB what the system has given the process
 * @param heapMiB live objects after a garbage collection
 * @param behind rides sent and not yet read
 */
record Sample(double seconds, double residentMiB, double heapMiB, long behind) {}

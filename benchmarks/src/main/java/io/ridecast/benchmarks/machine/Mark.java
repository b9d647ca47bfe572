package io.ridecast.benchmarks.machine;

/**
 * A moment of a run.
 *
 * @param nanos since some moment before
 * @param rides processed by then
 * @param threadNanos CPU time of the processing thread by then
 * @param processNanos CPU time of the whole process by then
 */
public record Mark(long nanos, long rides, long threadNanos, long processNanos) {}

package io.ridecast.trainer.steps;

/**
 * What the gate says.
 *
 * @param passed whether the model may be announced
 * @param detail the verdict with the numbers that it rests on
 */
public record Verdict(boolean passed, String detail) {}

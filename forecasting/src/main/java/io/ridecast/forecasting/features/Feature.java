package io.ridecast.forecasting.features;

/**
 * One feature of the ordered list.
 *
 * @param name unique, snake case
 * @param unit of its values
 * @param meaning in one line
 */
public record Feature(String name, String unit, String meaning) {}

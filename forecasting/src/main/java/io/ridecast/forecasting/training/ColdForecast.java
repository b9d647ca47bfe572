package io.ridecast.forecasting.training;

/**
 * A forecast of a community as if it had just opened, or opened again after months: most of its
 * history was withheld.
 *
 * @param knownDays how many of the last 56 days were left
 * @param forecast what was forecast, and what came
 */
public record ColdForecast(int knownDays, HeldOutForecast forecast) {}

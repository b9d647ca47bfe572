package io.ridecast.forecasting.backtest;

/**
 * What simpler ways would have forecast for the same day from the same origin, in rides; NaN where
 * they cannot.
 *
 * @param seasonalNaive the newest known same weekday
 * @param fourWeeks the mean of the last 4 same weekdays
 * @param calendarTrees boosted trees on calendar features, the model of most tutorials
 */
public record Baselines(double seasonalNaive, double fourWeeks, double calendarTrees) {}

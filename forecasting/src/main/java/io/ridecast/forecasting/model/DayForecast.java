package io.ridecast.forecasting.model;

import java.time.LocalDate;

/**
 * One day of a forecast, in rides; 0 &lt;= p10 &lt;= p50 &lt;= p90. Sum means, not medians: the
 * median of a community with few rides lies far below its mean.
 *
 * @param date the local day
 * @param lead days from the origin
 * @param mean expected rides
 * @param p10 10 % quantile
 * @param p50 median
 * @param p90 90 % quantile
 */
public record DayForecast(
    LocalDate date, int lead, double mean, double p10, double p50, double p90) {}

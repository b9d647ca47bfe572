package io.ridecast.forecasting.weather;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What was said of a day's weather, before it or after.
 *
 * @param date the local day
 * @param issuedAt since when this was known
 * @param measures what was said
 */
public record WeatherReport(LocalDate date, Instant issuedAt, WeatherMeasures measures) {}

package io.ridecast.forecasting.weather;

import java.time.LocalDate;

/**
 * From when to when something is known of the weather.
 *
 * @param first the first day that was spoken of
 * @param last the last day that was spoken of, ahead or afterwards
 * @param reports how often one of these days was
 */
public record WeatherSpan(LocalDate first, LocalDate last, int reports) {}

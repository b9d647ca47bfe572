package io.ridecast.trainer.tracking;

import io.ridecast.forecasting.weather.WeatherSpan;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a run learns from.
 *
 * @param name what it is
 * @param digest SHA-256 of all of it, own days and weather included, hexadecimal
 * @param first the first day
 * @param last the last day
 * @param rows days of communities
 * @param communities how many
 * @param rides all of them
 * @param weather from when to when something was known of it; empty if nothing ever was
 * @param events rows of the operator's own days
 */
public record DataNote(
    String name,
    String digest,
    LocalDate first,
    LocalDate last,
    long rows,
    int communities,
    double rides,
    Optional<WeatherSpan> weather,
    int events) {}

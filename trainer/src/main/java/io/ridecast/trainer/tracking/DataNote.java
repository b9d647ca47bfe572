package io.ridecast.trainer.tracking;

import java.time.LocalDate;

/**
 * What a run learns from.
 *
 * @param name what it is
 * @param digest SHA-256 of the file that it is kept in, hexadecimal
 * @param first the first day
 * @param last the last day
 * @param rows days of communities
 * @param communities how many
 * @param rides all of them
 */
public record DataNote(
    String name,
    String digest,
    LocalDate first,
    LocalDate last,
    long rows,
    int communities,
    double rides) {}

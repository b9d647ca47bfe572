package io.ridecast.aggregator.days;

/**
 * What was last said of a community's day.
 *
 * @param community its number
 */
public record Said(int community, Publication publication) {}

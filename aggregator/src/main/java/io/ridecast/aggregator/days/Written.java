package io.ridecast.aggregator.days;

/**
 * What became of the rides of one write.
 *
 * @param counted each one ride more of its community's day
 * @param duplicates their ids were counted already in the same community and local day
 */
public record Written(int counted, int duplicates) {
  static final Written NOTHING = new Written(0, 0);
}

package io.ridecast.aggregator.days;

/** Where it is said how many rides a day had. */
public interface Publications {

  /**
   * A new revision of one community's day.
   *
   * @param before what was said of it last
   */
  void day(String community, int day, Publication before, Publication now);

  /**
   * This partition's part of the city's closed day, also when it has no communities.
   *
   * @param communities how many communities in service are in the sum
   */
  void city(int day, int rides, int communities);
}

package io.ridecast.aggregator.days;

/**
 * Which days exist and how far they have come. It only ever grows.
 *
 * @param first the first day that exists
 * @param through the last closed day
 * @param forgotten the last day whose rides can no longer be told apart, so that it changes no more
 */
public record DaySpan(int first, int through, int forgotten) {
  /** No day exists yet. */
  public static final DaySpan NONE =
      new DaySpan(Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE);

  boolean exists(int day) {
    return day >= first;
  }

  boolean isClosed(int day) {
    return exists(day) && day <= through;
  }

  boolean isForgotten(int day) {
    return exists(day) && day <= forgotten;
  }

  DaySpan from(int day) {
    return new DaySpan(Math.min(first, day), through, forgotten);
  }

  DaySpan closedThrough(int day) {
    return new DaySpan(first, Math.max(through, day), forgotten);
  }

  DaySpan forgottenThrough(int day) {
    return new DaySpan(first, through, Math.max(forgotten, day));
  }
}

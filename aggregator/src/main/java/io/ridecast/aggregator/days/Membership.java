package io.ridecast.aggregator.days;

/**
 * Over which days a community's demand has been published, as far as they were closed.
 *
 * @param first the first day that the catalogue had it exist; {@link #ALWAYS} if it does not say
 * @param last the last day before it left the catalogue; {@link #STILL} while it is in it
 */
public record Membership(int first, int last) {
  static final int ALWAYS = Integer.MIN_VALUE;
  static final int STILL = Integer.MAX_VALUE;

  /** A community that is in the catalogue. */
  static Membership since(int first) {
    return new Membership(first, STILL);
  }

  /** Whether the catalogue has the community, as far as is known. */
  boolean isStill() {
    return last == STILL;
  }

  boolean covers(int day) {
    return first <= day && day <= last;
  }
}

package io.ridecast.forecasting.features;

import io.ridecast.forecasting.catalogue.Community;

/**
 * What a community had of its city, and where it lies.
 *
 * @param community its number
 * @param latitude of its centroid, degrees north; NaN if unknown
 * @param longitude of its centroid, degrees east; NaN if unknown
 * @param share its rides over the city's of the same days
 */
public record CommunityShare(int community, double latitude, double longitude, double share) {
  private static final double KM_A_DEGREE = 111.2;

  /** Refuses what is no share. */
  public CommunityShare {
    if (!(share >= 0 && Double.isFinite(share))) {
      throw new IllegalArgumentException("community " + community + " has no share: " + share);
    }
  }

  /** Whether its place is known. */
  boolean located() {
    return !Double.isNaN(latitude) && !Double.isNaN(longitude);
  }

  /** Kilometres between both centroids, on a plane; NaN where a place is unknown. */
  double kilometresTo(Community other) {
    double north = other.latitude() - latitude;
    double east = (other.longitude() - longitude) * Math.cos(Math.toRadians(latitude));
    return KM_A_DEGREE * Math.hypot(north, east);
  }
}

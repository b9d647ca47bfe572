package io.ridecast.forecasting.catalogue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A community area whose demand is counted and forecast.
 *
 * @param number the area's official number, at least 1
 * @param name its name as the catalogue writes it
 * @param latitude of its centroid, degrees north; NaN if unknown
 * @param longitude of its centroid, degrees east; NaN if unknown
 * @param areaKm2 its area in square kilometres, if known
 * @param starts the first local day on which it exists, if the catalogue gives one
 */
public record Community(
    int number,
    String name,
    double latitude,
    double longitude,
    OptionalDouble areaKm2,
    Optional<LocalDate> starts) {

  /** The key of the city as a whole, where a community's stands elsewhere. */
  public static final String CITY = "CITY";

  /** Whether its place is known. */
  public boolean located() {
    return !Double.isNaN(latitude) && !Double.isNaN(longitude);
  }

  /** The number as text: the key of this community in every topic. */
  public String key() {
    return Integer.toString(number);
  }
}

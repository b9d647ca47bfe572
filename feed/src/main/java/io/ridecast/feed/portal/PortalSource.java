package io.ridecast.feed.portal;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which data set is fed, and how.
 *
 * @param resource the data set's address in SODA, such as {@code
 *     https://data.cityofchicago.org/resource/3rse-fbp6}; an ending .json or .csv does not matter
 * @param appToken makes the portal more patient with us; a secret
 * @param from the first local day, if not from the data set's beginning
 * @param complete whether the data set has ended, so that its last day is complete as well
 * @param every how long after one look for new rides the next one follows; empty to look once
 * @param pageRows most rows of one answer
 */
public record PortalSource(
    URI resource,
    Optional<String> appToken,
    Optional<LocalDate> from,
    boolean complete,
    Optional<Duration> every,
    int pageRows) {
  /** More than the portal answers at once. */
  public static final int MOST_ROWS = 50_000;

  public PortalSource {
    String address = resource.toString();
    if (!address.matches("https?://[^?#]+")) {
      throw new IllegalArgumentException(
          "a data set's address begins with http:// or https:// and has no query, not " + address);
    }
    resource = URI.create(address.replaceFirst("\\.(json|csv)$", "").replaceFirst("/+$", ""));
    if (pageRows < 1 || pageRows > MOST_ROWS) {
      throw new IllegalArgumentException("a page has 1 to " + MOST_ROWS + " rows, not " + pageRows);
    }
  }

  /** Without the token's value. */
  @Override
  public String toString() {
    return "PortalSource[" + resource + (appToken.isPresent() ? ", with token" : "") + "]";
  }
}

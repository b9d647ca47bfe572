package io.ridecast.oracle;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import java.time.Duration;
import java.util.Set;

/**
 * What counting follows.
 *
 * @param partitions of the topics that are partitioned by community
 * @param feeds that have to promise a day before it closes
 * @param grace from a day's end until it closes
 * @param revisionWindow from its close until it changes no more
 */
public record CountingRules(
    Catalogue catalogue,
    ServiceCalendar calendar,
    int partitions,
    Set<String> feeds,
    Duration grace,
    Duration revisionWindow) {
  public CountingRules {
    feeds = Set.copyOf(feeds);
  }
}

package io.ridecast.aggregator.city;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A day of the city, put together from the parts of its partitions.
 *
 * @param revision of what was last said; 0 if nothing was
 * @param said what was last said
 * @param parts by partition
 */
record CityDay(int revision, Part said, Map<Integer, Part> parts) {
  private static final CityDay NEW = new CityDay(0, new Part(0, 0), Map.of());

  /**
   * A sum over communities.
   *
   * @param communities how many in service
   */
  record Part(int rides, int communities) {
    Part plus(Part other) {
      return new Part(rides + other.rides, communities + other.communities);
    }
  }

  CityDay {
    parts = Collections.unmodifiableMap(new TreeMap<>(parts));
  }

  static CityDay unknown() {
    return NEW;
  }

  CityDay with(int partition, Part part) {
    Map<Integer, Part> next = new TreeMap<>(parts);
    next.put(partition, part);
    return new CityDay(revision, said, next);
  }

  /** The next revision, if all partitions have closed the day and the sum is new. */
  Optional<CityDay> revised(int partitions) {
    if (parts.size() < partitions) {
      return Optional.empty();
    }
    Part sum = parts.values().stream().reduce(new Part(0, 0), Part::plus);
    return revision > 0 && sum.equals(said)
        ? Optional.empty()
        : Optional.of(new CityDay(revision + 1, sum, parts));
  }
}

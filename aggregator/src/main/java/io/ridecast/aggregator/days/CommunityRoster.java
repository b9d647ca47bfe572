package io.ridecast.aggregator.days;

import io.ridecast.aggregator.rides.Rejected;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.records.RejectionReason;
import io.ridecast.schemas.topics.CommunityPartition;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The communities that belong to one partition, each with its place, from 0. */
public final class CommunityRoster {
  static final int NOT_HERE = -1;

  private final Catalogue catalogue;
  private final ServiceCalendar calendar;
  private final int partition;
  private final int partitions;
  private final List<Community> communities;
  private final List<String> keys;
  private final int[] firstDays;
  private final Map<String, Integer> places = new HashMap<>();

  public CommunityRoster(
      Catalogue catalogue, ServiceCalendar calendar, int partition, int partitions) {
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.partition = partition;
    this.partitions = partitions;
    this.communities =
        catalogue.communities().stream()
            .filter(community -> CommunityPartition.of(community.key(), partitions) == partition)
            .toList();
    this.keys = communities.stream().map(Community::key).toList();
    this.firstDays = communities.stream().mapToInt(CommunityRoster::firstDay).toArray();
    keys.forEach(key -> places.put(key, places.size()));
  }

  int size() {
    return communities.size();
  }

  /** The place of a community; {@link #NOT_HERE} if it has none. */
  int place(String key) {
    Integer place = places.get(key);
    return place == null ? NOT_HERE : place;
  }

  int number(int place) {
    return communities.get(place).number();
  }

  String key(int place) {
    return keys.get(place);
  }

  /** The first day of a community, if the catalogue says so. */
  int firstDay(int place) {
    return firstDays[place];
  }

  /** Whether scooters stand in a community on a day. */
  boolean inService(int place, int day) {
    return day >= firstDay(place)
        && calendar.inService(communities.get(place), ServiceDates.date(day));
  }

  /** In how many communities scooters stand on a day. */
  int communitiesInService(int day) {
    int sum = 0;
    for (int place = 0; place < size(); place++) {
      sum += inService(place, day) ? 1 : 0;
    }
    return sum;
  }

  /** Why a ride of a community that has no place here does not count. */
  Rejected objection(String key) {
    if (catalogue.byKey(key).isEmpty()) {
      return new Rejected(
          RejectionReason.UNKNOWN_COMMUNITY,
          key.isEmpty()
              ? "it does not say where it began"
              : "the catalogue has no community " + key);
    }
    return new Rejected(
        RejectionReason.MISROUTED,
        ("community %s belongs to partition %d of %d, it came on %d: partition by murmur2 of the"
                + " key (librdkafka: partitioner=murmur2_random)")
            .formatted(key, CommunityPartition.of(key, partitions), partitions, partition));
  }

  private static int firstDay(Community community) {
    return community
        .starts()
        .map(LocalDate::toEpochDay)
        .map(Math::toIntExact)
        .orElse(Membership.ALWAYS);
  }
}

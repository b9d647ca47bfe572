package io.ridecast.aggregator.days;

import io.ridecast.aggregator.rides.CommunityNumber;
import io.ridecast.aggregator.rides.Rejected;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.records.RejectionReason;
import io.ridecast.schemas.topics.CommunityPartition;
import java.time.LocalDate;
import java.util.List;

/** The communities that belong to one partition, each with its place, from 0. */
public final class CommunityRoster {
  private final Catalogue catalogue;
  private final ServiceCalendar calendar;
  private final int partition;
  private final int partitions;
  private final List<Community> communities;
  private final List<String> keys;
  private final int[] numbers;
  private final int[] firstDays;
  private final CommunityPlaces places;

  /**
   * A roster of a partition.
   *
   * @param communities of the catalogue, those that belong to this of the partitions
   */
  CommunityRoster(
      Catalogue catalogue,
      ServiceCalendar calendar,
      int partition,
      int partitions,
      List<Community> communities) {
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.partition = partition;
    this.partitions = partitions;
    this.communities = communities;
    this.keys = communities.stream().map(Community::key).toList();
    this.firstDays = communities.stream().mapToInt(CommunityRoster::firstDay).toArray();
    this.numbers = communities.stream().mapToInt(Community::number).toArray();
    this.places = new CommunityPlaces(numbers);
  }

  int size() {
    return communities.size();
  }

  /** The place of a community's number; {@link CommunityPlaces#NOT_HERE} if it has none. */
  int place(int number) {
    return places.of(number);
  }

  int number(int place) {
    return numbers[place];
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
    return inService(place, day, ServiceDates.date(day));
  }

  /** In how many communities scooters stand on a day. */
  int communitiesInService(int day) {
    LocalDate date = ServiceDates.date(day);
    int sum = 0;
    for (int place = 0; place < size(); place++) {
      sum += inService(place, day, date) ? 1 : 0;
    }
    return sum;
  }

  /** Why a ride of a community that has no place here does not count. */
  Rejected objection(int number) {
    String key = Integer.toString(number);
    if (catalogue.byKey(key).isEmpty()) {
      return new Rejected(RejectionReason.UNKNOWN_COMMUNITY, unknown(number));
    }
    return new Rejected(
        RejectionReason.MISROUTED,
        ("community %s belongs to partition %d of %d, it came on %d: partition by murmur2 of the"
                + " key (librdkafka: partitioner=murmur2_random)")
            .formatted(key, CommunityPartition.of(key, partitions), partitions, partition));
  }

  private boolean inService(int place, int day, LocalDate date) {
    return day >= firstDay(place) && calendar.inService(communities.get(place), date);
  }

  private static String unknown(int number) {
    return switch (number) {
      case CommunityNumber.MISSING -> "it does not say where it began";
      case CommunityNumber.NONE -> "where it began is not the number of a community";
      default -> "the catalogue has no community " + number;
    };
  }

  private static int firstDay(Community community) {
    return community
        .starts()
        .map(LocalDate::toEpochDay)
        .map(Math::toIntExact)
        .orElse(Membership.ALWAYS);
  }
}

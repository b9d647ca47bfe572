package io.ridecast.aggregator.days;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.schemas.topics.CommunityPartition;
import java.util.ArrayList;
import java.util.List;

/** The rosters of all partitions: the catalogue, split once for all of them. */
public final class CommunityRosters {
  private final List<CommunityRoster> rosters = new ArrayList<>();

  public CommunityRosters(Catalogue catalogue, ServiceCalendar calendar, int partitions) {
    List<List<Community>> split = new ArrayList<>();
    for (int partition = 0; partition < partitions; partition++) {
      split.add(new ArrayList<>());
    }
    catalogue
        .communities()
        .forEach(each -> split.get(CommunityPartition.of(each.key(), partitions)).add(each));
    for (int partition = 0; partition < partitions; partition++) {
      rosters.add(
          new CommunityRoster(catalogue, calendar, partition, partitions, split.get(partition)));
    }
  }

  /** How many there are. */
  public int partitions() {
    return rosters.size();
  }

  /** The communities of one partition. */
  public CommunityRoster of(int partition) {
    return rosters.get(partition);
  }
}

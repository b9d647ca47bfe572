package io.ridecast.benchmarks.ladder;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.ServiceDay;
import io.ridecast.records.Ride;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Rides counted as anyone would at first: a map, no look at duplicates, nothing survives. */
class Counted extends Decoded {
  private final ServiceDay serviceDay = Catalogue.chicago().serviceDay();
  private final Map<CommunityDay, Integer> counts = new HashMap<>();

  /** One community's day. */
  record CommunityDay(String community, LocalDate day) {}

  @Override
  public void ride(ConsumerRecord<byte[], byte[]> record) {
    count(decoded(record));
  }

  CommunityDay count(Ride ride) {
    CommunityDay cell = new CommunityDay(ride.getCommunity(), serviceDay.of(ride.getStartedAt()));
    counts.merge(cell, 1, Integer::sum);
    return cell;
  }

  int rides(CommunityDay cell) {
    return counts.getOrDefault(cell, 0);
  }

  @Override
  public long cells() {
    return counts.size();
  }
}

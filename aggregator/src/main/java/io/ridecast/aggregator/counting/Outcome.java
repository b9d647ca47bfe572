package io.ridecast.aggregator.counting;

import io.ridecast.aggregator.city.PartitionReport;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.RejectedRide;
import io.ridecast.records.RideLedger;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** What the counting of a partition sends on. */
public sealed interface Outcome {

  /** A new revision of a community's day. */
  record DemandRevised(DailyDemand demand) implements Outcome {}

  /** A ride that does not count. */
  record RideRejected(RejectedRide ride) implements Outcome {}

  /** A record that could not be read, as it came; where from and why is in the headers. */
  record DeadLetter(@Nullable Bytes key, @Nullable Bytes value) implements Outcome {}

  /** What a partition's books say. */
  record LedgerStated(RideLedger ledger) implements Outcome {}

  /** What the city is told. */
  record Reported(PartitionReport report) implements Outcome {}
}

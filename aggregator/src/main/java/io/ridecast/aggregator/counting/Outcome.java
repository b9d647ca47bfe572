package io.ridecast.aggregator.counting;

import io.ridecast.aggregator.city.PartitionReport;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.RejectedRide;
import io.ridecast.records.RideLedger;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What the counting of a partition sends on. Each kind has a branch of the topology of its own and
 * is sent to it by name: asking every branch whether it is meant would cost more than the sending.
 */
public sealed interface Outcome {

  /** Name of the branch that takes it. */
  String branch();

  /** A new revision of a community's day. */
  record DemandRevised(DailyDemand demand) implements Outcome {
    public static final String BRANCH = "demand";

    @Override
    public String branch() {
      return BRANCH;
    }
  }

  /** A ride that does not count. */
  record RideRejected(RejectedRide ride) implements Outcome {
    public static final String BRANCH = "rejections";

    @Override
    public String branch() {
      return BRANCH;
    }
  }

  /** A record that could not be read, as it came; where from and why is in the headers. */
  record DeadLetter(@Nullable Bytes key, @Nullable Bytes value) implements Outcome {
    public static final String BRANCH = "dead-letters";

    @Override
    public String branch() {
      return BRANCH;
    }
  }

  /** What a partition's books say. */
  record LedgerStated(RideLedger ledger) implements Outcome {
    public static final String BRANCH = "ledgers";

    @Override
    public String branch() {
      return BRANCH;
    }
  }

  /** What the city is told. */
  record Reported(PartitionReport report) implements Outcome {
    public static final String BRANCH = "reports";

    @Override
    public String branch() {
      return BRANCH;
    }
  }
}

package io.ridecast.benchmarks.input;

import io.ridecast.forecasting.catalogue.ServiceDay;
import io.ridecast.records.Ride;
import io.ridecast.records.RideWatermark;
import io.ridecast.schemas.topics.CommunityPartition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the rides of a scenario, and between them the watermarks that the feed would send. */
final class InputWalk {
  static final String FEED = "rides";
  static final int PARTITIONS = 8;

  /** A feed of a file promises not more often than this, and only at the change of a day. */
  private static final int RIDES_BETWEEN = 50_000;

  private final Scenario scenario;
  private final List<InputSink> sinks;
  private final ServiceDay days;
  private final RideStream rides;
  private final long[] sent = new long[PARTITIONS];
  private long given;

  InputWalk(Scenario scenario, List<InputSink> sinks) {
    this.scenario = scenario;
    this.sinks = sinks;
    this.days = scenario.catalogue().serviceDay();
    this.rides = new RideStream(scenario);
  }

  /** All that is left. */
  void run() {
    advance(Integer.MAX_VALUE);
  }

  /** As many of the next rides; behind the last one of all, everything is promised. */
  void advance(int count) {
    for (int n = 0; n < count && rides.hasNext(); n++) {
      if (given == 0) {
        promise(null);
      }
      send(rides.next());
      given++;
      if (!rides.hasNext()) {
        promise(scenario.closes());
      } else if (given % RIDES_BETWEEN == 0) {
        promise(days.start(days.of(rides.now())));
      }
    }
  }

  /** How many rides were given. */
  long rides() {
    return given;
  }

  private void send(Ride ride) {
    int partition = CommunityPartition.of(ride.getCommunity(), PARTITIONS);
    long offset = sent[partition]++;
    sinks.forEach(sink -> sink.ride(partition, offset, ride));
  }

  private void promise(@Nullable Instant until) {
    for (int partition = 0; partition < PARTITIONS; partition++) {
      RideWatermark watermark =
          RideWatermark.newBuilder()
              .setFeed(FEED)
              .setCompleteFrom(until == null ? null : scenario.start())
              .setCompleteUntil(until)
              .setRidesOffset(sent[partition])
              .setLoadingUntil(scenario.closes())
              .setSentAt(scenario.start())
              .build();
      int to = partition;
      sinks.forEach(sink -> sink.watermark(to, watermark));
    }
  }
}

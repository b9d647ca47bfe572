package io.ridecast.benchmarks.input;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.records.Ride;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.CommunityPartition;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Rides that come when the input was sent already. */
public final class ExtraRides {
  private final Random random = new Random();
  private final KafkaConfig kafka;
  private final AvroSerdes serdes;
  private final List<Community> communities;
  private final Zipf zipf;

  public ExtraRides(KafkaConfig kafka, AvroSerdes serdes, List<Community> communities) {
    this.kafka = kafka;
    this.serdes = serdes;
    this.communities = communities;
    this.zipf = new Zipf(communities.size());
  }

  /** Sends so many rides that began at a moment. */
  public void send(int rides, Instant start) {
    try (TopicFill fill = new TopicFill(kafka, serdes, 0)) {
      for (int n = 0; n < rides; n++) {
        String community = communities.get(zipf.draw(random)).key();
        Ride ride =
            Ride.newBuilder()
                .setRideId(new UUID(random.nextLong(), random.nextLong()).toString())
                .setStartedAt(start)
                .setCommunity(community)
                .setFeed(InputWalk.FEED)
                .build();
        fill.ride(CommunityPartition.of(community, InputWalk.PARTITIONS), 0, ride);
      }
    }
  }
}

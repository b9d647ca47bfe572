package io.ridecast.aggregator.counting;

import io.ridecast.aggregator.rides.Rejected;
import io.ridecast.records.RejectedRide;
import io.ridecast.records.RejectionReason;
import io.ridecast.records.Ride;
import org.jspecify.annotations.Nullable;

/** Makes the records of rejected rides, small enough for their topic. */
final class RejectedRides {
  /** No true ride comes near: its record has about 100 bytes. */
  static final int LARGEST_RIDE = 256 << 10;

  private static final int LONGEST_TEXT = 1_000;

  private RejectedRides() {}

  static RejectedRide of(Ride ride, Rejected rejected) {
    return new RejectedRide(ride, rejected.reason(), cut(rejected.detail()));
  }

  /** A ride too large to be passed on whole: its texts are cut, the detail says where it lies. */
  static RejectedRide oversized(Ride ride, DeadLetters.Origin origin, int bytes) {
    String detail =
        "%d bytes; the largest ride has %d; whole at %s-%d@%d"
            .formatted(bytes, LARGEST_RIDE, origin.topic(), origin.partition(), origin.offset());
    return new RejectedRide(small(ride), RejectionReason.OVERSIZED, detail);
  }

  private static Ride small(Ride ride) {
    return Ride.newBuilder(ride)
        .setRideId(cut(ride.getRideId()))
        .setCommunity(cut(ride.getCommunity()))
        .setEndCommunity(cutOptional(ride.getEndCommunity()))
        .setVendor(cutOptional(ride.getVendor()))
        .setFeed(cut(ride.getFeed()))
        .build();
  }

  private static @Nullable String cutOptional(@Nullable String text) {
    return text == null ? null : cut(text);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }
}

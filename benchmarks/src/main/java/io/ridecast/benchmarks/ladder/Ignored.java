package io.ridecast.benchmarks.ladder;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Rides that are only fetched. */
final class Ignored implements PolledRides {
  private long bytes;

  @Override
  public void ride(ConsumerRecord<byte[], byte[]> ride) {
    bytes += ride.value().length;
  }

  @Override
  public String toString() {
    return bytes + " bytes";
  }
}

package io.ridecast.benchmarks.ladder;

import io.ridecast.benchmarks.broker.SharedSchemas;
import io.ridecast.records.Ride;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Rides that are made objects of. */
class Decoded implements PolledRides {
  private final Deserializer<Ride> deserializer =
      new AvroSerdes(new SharedSchemas()).value(Topics.RIDES).deserializer();
  private long seconds;

  @Override
  public void ride(ConsumerRecord<byte[], byte[]> ride) {
    seconds += decoded(ride).getStartedAt().getEpochSecond();
  }

  Ride decoded(ConsumerRecord<byte[], byte[]> ride) {
    return deserializer.deserialize(ride.topic(), ride.value());
  }

  @Override
  public String toString() {
    return seconds + " seconds";
  }
}

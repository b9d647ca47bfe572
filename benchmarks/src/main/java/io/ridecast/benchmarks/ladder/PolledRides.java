package io.ridecast.benchmarks.ladder;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** What a plain loop does with the rides that it polls. */
interface PolledRides {
  void ride(ConsumerRecord<byte[], byte[]> ride);

  /** All rides of a poll have been given. */
  default void polled(KafkaConsumer<byte[], byte[]> consumer) {}

  /** All rides there are have been given. */
  default void finish(KafkaConsumer<byte[], byte[]> consumer) {}

  /** How many communities' days were counted. */
  default long cells() {
    return 0;
  }
}

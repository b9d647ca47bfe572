package io.ridecast.aggregator;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Streams' time is when the broker got a record. Rides of any age come mixed, and what they claim
 * must move nothing; where their order matters, offsets decide.
 */
final class AppendTime implements TimestampExtractor {
  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    return Math.max(0, record.timestamp()); // Streams drops records with a negative time
  }
}

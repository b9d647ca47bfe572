package io.ridecast.aggregator;

import io.ridecast.schemas.topics.CommunityPartition;
import io.ridecast.schemas.topics.DemandKey;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;

/**
 * Puts a community's days on the partition of its rides: of the keys {@code <community>/<date>} the
 * community alone counts, any other key is taken whole, as Kafka's producer does.
 *
 * <p>A partitioner of the producer's and not of the topology's, for which Streams asks for the
 * topic's partitions, and looks for copies to other partitions, at each record.
 */
public final class CommunityPartitioner implements Partitioner {
  /** Made by the producer. */
  public CommunityPartitioner() {}

  @Override
  public int partition(
      String topic, Object key, byte[] keyBytes, Object value, byte[] valueBytes, Cluster cluster) {
    int partitions = cluster.partitionCountForTopic(topic);
    if (keyBytes == null) {
      return Utils.toPositive(Arrays.hashCode(valueBytes)) % partitions;
    }
    return CommunityPartition.of(DemandKey.community(keyBytes), partitions);
  }

  @Override
  public void configure(Map<String, ?> settings) {}

  @Override
  public void close() {}
}

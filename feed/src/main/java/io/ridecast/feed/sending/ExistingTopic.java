package io.ridecast.feed.sending;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** The partitions of a topic that has to be there before anything can be fed. */
final class ExistingTopic {
  private ExistingTopic() {}

  /**
   * All partitions.
   *
   * @throws SendFailure if the topic does not exist
   */
  static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new SendFailure("there is no topic " + topic + ": ridecast topics create makes it");
    }
    return partitions;
  }
}

package io.ridecast.trainer.duty;

import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.service.CannotStart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads whole topics from their start and follows them, without a group: every trainer, on duty or
 * not, knows all. Not thread-safe.
 */
final class TopicView implements AutoCloseable {
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

  private final Consumer<String, byte[]> consumer;
  private final Map<String, Follower<?>> followers = new HashMap<>();
  private Map<TopicPartition, Long> marks;

  TopicView(KafkaConfig kafka, List<Follower<?>> followers) {
    Properties settings = kafka.consumer("none");
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "trainer-view");
    this.consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    followers.forEach(follower -> this.followers.put(follower.topic(), follower));
    List<TopicPartition> partitions = partitions();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    this.marks = consumer.endOffsets(partitions);
  }

  /** Takes in what has come. */
  void poll(Duration patience) {
    for (ConsumerRecord<String, byte[]> record : consumer.poll(patience)) {
      Follower<?> follower = followers.get(record.topic());
      if (follower != null) {
        follower.follow(record);
      }
    }
  }

  /** From now on, to have caught up means to know what is on the topics at this moment. */
  void mark() {
    marks = consumer.endOffsets(consumer.assignment());
  }

  /** A topic that is not read up to its mark yet. */
  Optional<String> behind() {
    return marks.entrySet().stream()
        .filter(mark -> consumer.position(mark.getKey()) < mark.getValue())
        .map(mark -> mark.getKey().topic())
        .findFirst();
  }

  @Override
  public void close() {
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(CLOSE_WITHIN));
  }

  private List<TopicPartition> partitions() {
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : followers.keySet()) {
      int before = partitions.size();
      consumer
          .partitionsFor(topic)
          .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
      if (partitions.size() == before) {
        throw new CannotStart(
            "topic " + topic + " is missing: create it with `ridecast topics create`");
      }
    }
    return partitions;
  }
}

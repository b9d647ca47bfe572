package io.ridecast.trainer.duty;

import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topic;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Hands a topic's records to whoever keeps what they say. */
final class Follower<V extends SpecificRecord> {
  private final Topic<V> topic;
  private final PatientDecoder<V> decoder;
  private final BiConsumer<String, @Nullable V> apply;

  /** Null values, from tombstones, are handed over too. */
  Follower(Topic<V> topic, AvroSerdes serdes, BiConsumer<String, @Nullable V> apply) {
    this.topic = topic;
    this.decoder = new PatientDecoder<>(serdes, topic);
    this.apply = apply;
  }

  String topic() {
    return topic.name();
  }

  void follow(ConsumerRecord<String, byte[]> record) {
    V value = decoder.decode(record);
    if (value != null || record.value() == null) {
      apply.accept(record.key(), value);
    }
  }
}

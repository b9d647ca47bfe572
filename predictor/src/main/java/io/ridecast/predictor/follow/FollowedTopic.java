package io.ridecast.predictor.follow;

import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topic;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;

/**
 * Adds a global store whose records go to a listener instead. What the listener keeps is the state:
 * at each start Streams hands it the whole topic before anything else runs, since a store in memory
 * has no offsets to go on from. The store itself, without which Streams has no global topic, stays
 * empty.
 */
public final class FollowedTopic {

  private FollowedTopic() {}

  /**
   * Lets a listener follow a topic.
   *
   * @param listener gets key and value of each record (no tombstones), all from one thread
   */
  public static <V extends SpecificRecord> void add(
      StreamsBuilder builder, AvroSerdes serdes, Topic<V> topic, BiConsumer<String, V> listener) {
    builder.addGlobalStore(
        Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(topic.name() + "-followed"),
            Serdes.ByteArray(),
            Serdes.ByteArray()),
        topic.name(),
        Consumed.with(serdes.key(), serdes.value(topic)).withName("follow-" + topic.name()),
        () -> new Following<>(listener));
  }

  private static final class Following<V> extends ContextualProcessor<String, V, Void, Void> {
    private final BiConsumer<String, V> listener;

    Following(BiConsumer<String, V> listener) {
      this.listener = listener;
    }

    @Override
    public void process(Record<String, V> record) {
      if (record.value() != null) {
        listener.accept(record.key(), record.value());
      }
    }
  }
}

package io.ridecast.feed.sending;

import io.ridecast.runtime.kafka.KafkaConfig;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The producer of a feed: large batches, since a backfill of years should take minutes. */
final class FeedProducer {
  private static final int BATCH_BYTES = 256 * 1024;
  private static final int BUFFER_BYTES = 32 * 1024 * 1024;
  private static final int LINGER_MILLIS = 20;

  private FeedProducer() {}

  static Producer<String, byte[]> open(KafkaConfig kafka, String feed) {
    Properties settings = kafka.producer("ridecast-feed-" + feed);
    settings.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
    settings.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }
}

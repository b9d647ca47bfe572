package io.ridecast.trainer.duty;

import io.ridecast.schemas.registry.SchemaRegistryException;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.serdes.UndecodableRecord;
import io.ridecast.schemas.topics.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes a topic's values. While the registry is away it waits, so that nothing is passed over;
 * bytes that are no record are passed over, and say so.
 */
final class PatientDecoder<V extends SpecificRecord> {
  private static final Logger LOG = LoggerFactory.getLogger(PatientDecoder.class);

  private final Deserializer<V> deserializer;

  PatientDecoder(AvroSerdes serdes, Topic<V> topic) {
    this.deserializer = serdes.value(topic).deserializer();
  }

  /** The record's value; null for a tombstone and for bytes that are no record. */
  @Nullable V decode(ConsumerRecord<String, byte[]> record) {
    while (true) {
      try {
        return deserializer.deserialize(record.topic(), record.value());
      } catch (UndecodableRecord e) {
        LOG.warn(
            "passed over {}-{}@{}: {}",
            record.topic(),
            record.partition(),
            record.offset(),
            e.getMessage());
        return null;
      } catch (SchemaRegistryException e) {
        if (!(e.getCause() instanceof RetriableException)) {
          throw e;
        }
        LOG.warn("waits for the schema registry: {}", e.getMessage());
      }
    }
  }
}

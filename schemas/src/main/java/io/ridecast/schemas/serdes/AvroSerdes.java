package io.ridecast.schemas.serdes;

import io.ridecast.schemas.registry.SchemaRegistry;
import io.ridecast.schemas.topics.Topic;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Serdes of all topics. A serde may be shared by many threads; a topic's subject holds also for the
 * changelog of a store that uses its serde.
 */
public final class AvroSerdes {
  private final SchemaRegistry registry;

  /** Schemas are registered at the first record written, and looked up when first met. */
  public AvroSerdes(SchemaRegistry registry) {
    TrustedRecords.ensure();
    this.registry = registry;
  }

  /**
   * The serde of a topic's values; null passes both ways. Reading throws {@link UndecodableRecord}
   * for bytes that can never be read, and {@link
   * io.ridecast.schemas.registry.SchemaRegistryException} when the registry does not answer.
   */
  public <V extends SpecificRecord> Serde<V> value(Topic<V> topic) {
    return Serdes.serdeFrom(
        new AvroSerializer<>(topic, registry), new AvroDeserializer<>(topic, registry));
  }

  /**
   * A serializer of a topic's values for where Avro's own way to write them costs too much.
   *
   * @param writer writes what Avro would
   */
  public <V extends SpecificRecord> Serializer<V> serializer(
      Topic<V> topic, DatumWriter<V> writer) {
    return new AvroSerializer<>(topic, registry, writer);
  }

  /** The serde of keys: UTF-8. */
  public Serde<String> key() {
    return Serdes.String();
  }
}

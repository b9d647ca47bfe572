package io.ridecast.schemas.serdes;

import io.ridecast.schemas.registry.SchemaRegistry;
import io.ridecast.schemas.registry.UnknownSchemaId;
import io.ridecast.schemas.topics.Topic;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a topic's records, whatever compatible schema they were written with. Each thread keeps a
 * decoder, and a reader for each writer's schema.
 */
final class AvroDeserializer<V extends SpecificRecord> implements Deserializer<V> {
  private final Topic<V> topic;
  private final SchemaRegistry registry;
  private final SpecificData model;
  private final Schema schema;
  private final ThreadLocal<Input> input = ThreadLocal.withInitial(Input::new);

  AvroDeserializer(Topic<V> topic, SchemaRegistry registry) {
    this.topic = topic;
    this.registry = registry;
    this.model = SpecificData.getForClass(topic.valueType());
    this.schema = model.getSchema(topic.valueType());
  }

  @Override
  public @Nullable V deserialize(String source, byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    int id = WireFormat.schemaId(bytes);
    Input kept = input.get();
    DatumReader<V> reader;
    try {
      reader = kept.reader(id);
    } catch (UnknownSchemaId e) {
      throw undecodable(id, bytes, e);
    }
    try {
      return kept.read(reader, bytes);
    } catch (IOException | RuntimeException e) {
      // Avro throws many types for malformed bytes, and only the bytes can be at fault here.
      throw undecodable(id, bytes, e);
    }
  }

  private UndecodableRecord undecodable(int id, byte[] bytes, Exception cause) {
    return new UndecodableRecord(
        "%d bytes with schema id %d are no %s of topic %s: %s"
            .formatted(bytes.length, id, topic.valueType().getSimpleName(), topic.name(), cause),
        cause);
  }

  /** What one thread reads with. */
  private final class Input {
    private final Map<Integer, DatumReader<V>> readers = new HashMap<>();
    private @Nullable BinaryDecoder decoder;

    DatumReader<V> reader(int id) {
      DatumReader<V> reader = readers.get(id);
      if (reader == null) {
        reader = new SpecificDatumReader<>(registry.byId(id), schema, model);
        readers.put(id, reader);
      }
      return reader;
    }

    V read(DatumReader<V> reader, byte[] bytes) throws IOException {
      decoder =
          DecoderFactory.get()
              .binaryDecoder(
                  bytes, WireFormat.HEADER_BYTES, bytes.length - WireFormat.HEADER_BYTES, decoder);
      V value = reader.read(null, decoder);
      if (!decoder.isEnd()) {
        throw new IOException("bytes are left behind the record");
      }
      return value;
    }
  }
}

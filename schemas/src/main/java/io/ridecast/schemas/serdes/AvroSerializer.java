package io.ridecast.schemas.serdes;

import io.ridecast.schemas.registry.SchemaRegistry;
import io.ridecast.schemas.topics.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes a topic's records. Encoders and buffers are kept, one set a thread. */
final class AvroSerializer<V extends SpecificRecord> implements Serializer<V> {
  private static final int LARGEST_KEPT_BUFFER = 1 << 20;
  private static final ThreadLocal<Output> OUTPUT = ThreadLocal.withInitial(Output::new);

  private final String subject;
  private final Schema schema;
  private final DatumWriter<V> writer;
  private final SchemaRegistry registry;
  private volatile byte @Nullable [] header;

  AvroSerializer(Topic<V> topic, SchemaRegistry registry) {
    this(topic, registry, new SpecificDatumWriter<>(topic.valueType()));
  }

  AvroSerializer(Topic<V> topic, SchemaRegistry registry, DatumWriter<V> writer) {
    this.subject = topic.subject();
    this.schema = SpecificData.getForClass(topic.valueType()).getSchema(topic.valueType());
    this.writer = writer;
    this.registry = registry;
  }

  @Override
  public byte @Nullable [] serialize(String topic, @Nullable V value) {
    if (value == null) {
      return null;
    }
    byte[] start = header();
    Output output = OUTPUT.get();
    try {
      return output.write(start, value, writer);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    } catch (RuntimeException e) {
      OUTPUT.remove(); // its encoder may hold half a record
      throw e;
    }
  }

  private byte[] header() {
    byte[] known = header;
    if (known == null) {
      known = WireFormat.header(registry.register(subject, PlainSchema.of(schema)));
      header = known;
    }
    return known;
  }

  /** What one thread writes with. */
  private static final class Output {
    private ByteArrayOutputStream buffer = new ByteArrayOutputStream(512);
    private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(buffer, null);

    <V> byte[] write(byte[] start, V value, DatumWriter<V> writer) throws IOException {
      buffer.reset();
      buffer.write(start);
      BinaryEncoder out = EncoderFactory.get().binaryEncoder(buffer, encoder);
      writer.write(value, out);
      out.flush();
      byte[] bytes = buffer.toByteArray();
      if (bytes.length > LARGEST_KEPT_BUFFER) {
        buffer = new ByteArrayOutputStream(512);
      }
      return bytes;
    }
  }
}

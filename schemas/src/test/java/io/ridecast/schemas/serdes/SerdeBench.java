package io.ridecast.schemas.serdes;

import io.ridecast.records.Ride;
import io.ridecast.schemas.registry.InMemoryRegistry;
import io.ridecast.schemas.topics.Topics;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/** Serdes on a registry of their own: a ride, how it is written and read, and frames by hand. */
final class SerdeBench {
  static final Ride RIDE =
      Ride.newBuilder()
          .setRideId("r-1")
          .setStartedAt(Instant.parse("2020-09-10T07:30:00Z"))
          .setCommunity("6")
          .setVendor("lime")
          .build();

  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final Serde<Ride> rides = new AvroSerdes(registry).value(Topics.RIDES);

  InMemoryRegistry registry() {
    return registry;
  }

  Serde<Ride> rides() {
    return rides;
  }

  byte[] framed(Schema schema, GenericRecord record) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(WireFormat.header(registry.register("any", schema)));
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  static <V extends SpecificRecord> Schema schema(Class<V> type) {
    return SpecificData.getForClass(type).getSchema(type);
  }

  static <V> byte[] write(Serde<V> serde, V value) {
    return serde.serializer().serialize("any", value);
  }

  static <V> V read(Serde<V> serde, byte[] bytes) {
    return serde.deserializer().deserialize("any", bytes);
  }
}

package io.ridecast.aggregator.rides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.records.Ride;
import io.ridecast.schemas.registry.InMemoryRegistry;
import io.ridecast.schemas.registry.SchemaRegistry;
import io.ridecast.schemas.registry.SchemaRegistryException;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RideReaderTest {
  private static final Instant START = Instant.parse("2020-09-01T12:00:00Z");

  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final RideReader reader = new RideReader(registry);

  @Test
  void shouldReadTheHeadOfAFullRide() {
    RideHead head = head(bytes(fullRide()));

    assertThat(head)
        .isEqualTo(
            new RideHead(
                IdDigest.of("ride-1"),
                START.toEpochMilli(),
                6,
                START.plusSeconds(600).toEpochMilli()));
  }

  @Test
  void shouldReadARideThatSaysLittle() {
    RideHead head = head(bytes(bareRide()));

    assertThat(head.hasEnd()).isFalse();
    assertThat(head.community()).isEqualTo(CommunityNumber.MISSING);
  }

  @Test
  void shouldDecodeTheWholeRide() {
    assertThat(reader.ride(bytes(fullRide()))).isEqualTo(fullRide());
  }

  @Test
  void shouldRefuseARideCutAnywhere() {
    byte[] whole = bytes(fullRide());

    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> head(cut))
          .as("cut to %d bytes", length)
          .isInstanceOf(SerializationException.class);
    }
  }

  @Test
  void shouldReadARideOfAnotherWritersSchema() throws IOException {
    Schema reordered =
        SchemaBuilder.record("Ride")
            .namespace("io.ridecast.records")
            .fields()
            .requiredString("community")
            .requiredString("ride_id")
            .name("started_at")
            .type(Ride.getClassSchema().getField("started_at").schema())
            .noDefault()
            .requiredString("weather")
            .endRecord();
    GenericData.Record ride = new GenericData.Record(reordered);
    ride.put("community", "6");
    ride.put("ride_id", "ride-1");
    ride.put("started_at", START.toEpochMilli());
    ride.put("weather", "sunny");

    RideHead head = head(framed(registry.register("rides-value", reordered), reordered, ride));

    assertThat(head)
        .isEqualTo(new RideHead(IdDigest.of("ride-1"), START.toEpochMilli(), 6, RideHead.NO_END));
  }

  @Test
  void shouldReadBothLayoutsInTurn() throws IOException {
    byte[] ours = bytes(fullRide());
    Schema other =
        SchemaBuilder.record("Ride")
            .namespace("io.ridecast.records")
            .fields()
            .requiredString("ride_id")
            .name("started_at")
            .type(Ride.getClassSchema().getField("started_at").schema())
            .noDefault()
            .requiredString("community")
            .endRecord();
    GenericData.Record ride = new GenericData.Record(other);
    ride.put("ride_id", "ride-2");
    ride.put("started_at", START.toEpochMilli());
    ride.put("community", "8");
    byte[] theirs = framed(registry.register("rides-value", other), other, ride);

    for (int round = 0; round < 2; round++) {
      assertThat(head(ours).community()).isEqualTo(6);
      assertThat(head(theirs).community()).isEqualTo(8);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {99, -1, Integer.MIN_VALUE, 0})
  void shouldRefuseAnUnknownSchemaId(int id) {
    byte[] ride = bytes(fullRide());
    ByteBuffer.wrap(ride).putInt(1, id);

    assertThatThrownBy(() -> head(ride)).isInstanceOf(SerializationException.class);
  }

  @Test
  void shouldRefuseWhatIsNotInTheWireFormat() {
    assertThatThrownBy(() -> head(new byte[0])).isInstanceOf(SerializationException.class);
    assertThatThrownBy(
            () -> head("{\"ride\": 1}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void shouldNotTakeASilentRegistryForABadRide() {
    byte[] ride = bytes(fullRide());
    RideReader cutOff =
        new RideReader(
            new SchemaRegistry() {
              @Override
              public int register(String subject, Schema schema) {
                throw new SchemaRegistryException("no answer");
              }

              @Override
              public Schema byId(int id) {
                throw new SchemaRegistryException("no answer");
              }
            });

    assertThatThrownBy(() -> cutOff.head(ride)).isInstanceOf(SchemaRegistryException.class);
  }

  private RideHead head(byte[] ride) {
    return reader.head(ride);
  }

  private byte[] bytes(Ride ride) {
    return new AvroSerdes(registry).value(Topics.RIDES).serializer().serialize("rides", ride);
  }

  private static byte[] framed(int id, Schema schema, GenericData.Record record)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(0);
    bytes.write(ByteBuffer.allocate(4).putInt(id).array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<GenericData.Record>(schema).write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  private static Ride fullRide() {
    return Ride.newBuilder(bareRide())
        .setCommunity("6")
        .setEndedAt(START.plusSeconds(600))
        .setEndCommunity("8")
        .setVendor("lime")
        .setDistanceM(1_850)
        .setFeed("rides")
        .build();
  }

  private static Ride bareRide() {
    return Ride.newBuilder().setRideId("ride-1").setStartedAt(START).setCommunity("").build();
  }
}

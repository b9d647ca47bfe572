package io.ridecast.schemas.serdes;

import static io.ridecast.schemas.serdes.SerdeBench.RIDE;
import static io.ridecast.schemas.serdes.SerdeBench.read;
import static io.ridecast.schemas.serdes.SerdeBench.schema;
import static io.ridecast.schemas.serdes.SerdeBench.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ridecast.records.DailyDemand;
import io.ridecast.records.Ride;
import io.ridecast.schemas.registry.InMemoryRegistry;
import io.ridecast.schemas.topics.Topic;
import io.ridecast.schemas.topics.Topics;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

/** Bytes that are no record of their topic. */
class UndecodableRecordTest {
  private final SerdeBench bench = new SerdeBench();
  private final Serde<Ride> rides = bench.rides();
  private final InMemoryRegistry registry = bench.registry();

  @Test
  void shouldRefuseARecordCutAnywhere() {
    byte[] bytes = write(rides, RIDE);

    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatExceptionOfType(UndecodableRecord.class).isThrownBy(() -> read(rides, cut));
    }
  }

  @Test
  void shouldRefuseBytesBehindTheRecord() {
    byte[] bytes = write(rides, RIDE);

    assertThatExceptionOfType(UndecodableRecord.class)
        .isThrownBy(() -> read(rides, Arrays.copyOf(bytes, bytes.length + 1)))
        .withMessageContaining("left behind");
  }

  @Test
  void shouldRefuseAnotherFormat() {
    byte[] json = "{\"ride_id\":\"r-1\"}".getBytes(StandardCharsets.UTF_8);

    assertThatExceptionOfType(UndecodableRecord.class)
        .isThrownBy(() -> read(rides, json))
        .withMessageContaining("0x7b");
  }

  @Test
  void shouldRefuseAnIdThatTheRegistryDoesNotKnow() {
    assertThatExceptionOfType(UndecodableRecord.class)
        .isThrownBy(() -> read(rides, new byte[] {0, 0, 0, 1, 2, 9}))
        .withMessageContaining("schema id 258");
  }

  @Test
  void shouldRefuseARecordOfAnotherType() {
    Serde<DailyDemand> demand = new AvroSerdes(registry).value(Topics.DAILY_DEMAND);
    byte[] bytes = write(rides, RIDE);

    assertThatExceptionOfType(UndecodableRecord.class)
        .isThrownBy(() -> read(demand, bytes))
        .withMessageContaining("DailyDemand of topic daily-demand");
  }

  @Test
  void shouldRefuseAnAbsurdLengthWithoutAllocatingIt() {
    write(rides, RIDE);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(WireFormat.header(1));
    bytes.writeBytes(new byte[] {(byte) 0xf0, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f, 'x'});

    assertThatExceptionOfType(UndecodableRecord.class)
        .isThrownBy(() -> read(rides, bytes.toByteArray()));
  }

  @Test
  void shouldMeetAnyGarbageWithNothingButARefusal() {
    for (Topic<?> topic : Topics.all()) {
      refuseGarbage(topic);
    }
  }

  private <V extends SpecificRecord> void refuseGarbage(Topic<V> topic) {
    Serde<V> serde = new AvroSerdes(registry).value(topic);
    int id = registry.register(topic.subject(), PlainSchema.of(schema(topic.valueType())));
    Random random = new Random(11);
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = new byte[5 + random.nextInt(60)];
      random.nextBytes(bytes);
      System.arraycopy(WireFormat.header(id), 0, bytes, 0, 5);
      try {
        read(serde, bytes);
      } catch (UndecodableRecord expected) {
        assertThat(expected).hasMessageContaining(topic.name());
      }
    }
  }
}

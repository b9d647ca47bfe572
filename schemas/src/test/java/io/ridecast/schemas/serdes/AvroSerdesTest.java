package io.ridecast.schemas.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.Ride;
import io.ridecast.schemas.registry.InMemoryRegistry;
import io.ridecast.schemas.registry.SchemaRegistry;
import io.ridecast.schemas.registry.SchemaRegistryException;
import io.ridecast.schemas.topics.Topic;
import io.ridecast.schemas.topics.Topics;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroSerdesTest {
  private static final Ride RIDE =
      Ride.newBuilder()
          .setRideId("r-1")
          .setStartedAt(Instant.parse("2020-09-10T07:30:00Z"))
          .setCommunity("6")
          .setVendor("lime")
          .build();

  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final Serde<Ride> rides = new AvroSerdes(registry).value(Topics.RIDES);

  @Test
  void shouldWriteConfluentsWireFormat() throws Exception {
    registry.register("something else", Schema.create(Schema.Type.STRING));

    byte[] bytes = write(rides, RIDE);

    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    assertThat(buffer.get()).isZero();
    assertThat(buffer.getInt()).isEqualTo(2);
    Schema registered = registry.byId(2);
    GenericRecord read =
        new GenericDatumReader<GenericRecord>(registered)
            .read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));
    assertThat(read.get("ride_id")).hasToString("r-1");
    assertThat(read.get("started_at")).isEqualTo(RIDE.getStartedAt().toEpochMilli());
  }

  @Test
  void shouldRegisterTheSchemaWithoutHintsForJava() {
    write(rides, RIDE);

    assertThat(registry.byId(1).toString()).doesNotContain("avro.java.string");
    assertThat(registry.byId(1).getField("ride_id").doc()).startsWith("The operator's id");
  }

  static Stream<Topic<?>> topics() {
    return Topics.all().stream();
  }

  @ParameterizedTest
  @MethodSource("topics")
  <V extends SpecificRecord> void shouldReadWhatItWrote(Topic<V> topic) throws Exception {
    Serde<V> serde = new AvroSerdes(registry).value(topic);
    SampleRecords samples = new SampleRecords(7);

    for (int i = 0; i < 50; i++) {
      V record = samples.of(topic.valueType());
      assertThat(read(serde, write(serde, record))).isEqualTo(record);
    }
  }

  @Test
  void shouldPassTombstones() {
    assertThat(write(rides, null)).isNull();
    assertThat(read(rides, null)).isNull();
  }

  @Test
  void shouldUseTheTopicsSubjectAlsoForAChangelog() {
    Subjects subjects = new Subjects(registry);

    new AvroSerdes(subjects)
        .value(Topics.RIDES)
        .serializer()
        .serialize("aggregator-rides-store-changelog", RIDE);

    assertThat(subjects.seen).containsExactly("rides-value");
  }

  @Test
  void shouldRegisterOncePerSerde() {
    Subjects subjects = new Subjects(registry);
    Serde<Ride> serde = new AvroSerdes(subjects).value(Topics.RIDES);

    write(serde, RIDE);
    write(serde, RIDE);

    assertThat(subjects.seen).hasSize(1);
  }

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

  @Test
  void shouldNotCallARecordUndecodableWhenTheRegistryDoesNotAnswer() {
    byte[] bytes = write(rides, RIDE);
    Serde<Ride> without = new AvroSerdes(new Silent()).value(Topics.RIDES);

    assertThatThrownBy(() -> read(without, bytes))
        .isInstanceOf(SchemaRegistryException.class)
        .isNotInstanceOf(SerializationException.class);
    assertThatThrownBy(() -> write(without, RIDE)).isInstanceOf(SchemaRegistryException.class);
  }

  @Test
  void shouldReadAnOlderWritersRecord() throws Exception {
    Schema old =
        SchemaBuilder.record("Ride")
            .namespace("io.ridecast.records")
            .fields()
            .requiredString("community")
            .requiredString("ride_id")
            .requiredLong("started_at")
            .endRecord();
    GenericRecord written =
        new GenericRecordBuilder(old)
            .set("community", "8")
            .set("ride_id", "old")
            .set("started_at", 1_000L)
            .build();

    Ride read = read(rides, framed(old, written));

    assertThat(read)
        .isEqualTo(
            Ride.newBuilder()
                .setRideId("old")
                .setCommunity("8")
                .setStartedAt(Instant.ofEpochSecond(1))
                .build());
  }

  @Test
  void shouldReadASymbolOfALaterVersionAsTheDefault() throws Exception {
    Serde<DailyDemand> demand = new AvroSerdes(registry).value(Topics.DAILY_DEMAND);
    String json = schema(DailyDemand.class).toString().replace("\"CLOSED\"", "\"SEALED\"");
    Schema later = new Schema.Parser().parse(json);
    GenericRecord written =
        new GenericRecordBuilder(later)
            .set("community", "8")
            .set("date", (int) LocalDate.of(2020, 9, 10).toEpochDay())
            .set("rides", 3)
            .set("revision", 1)
            .set(
                "status",
                new org.apache.avro.generic.GenericData.EnumSymbol(
                    later.getField("status").schema(), "SEALED"))
            .set("emitted_at", 0L)
            .build();

    assertThat(read(demand, framed(later, written)).getStatus()).isEqualTo(DemandStatus.OPEN);
  }

  @Test
  void shouldServeManyThreadsWithOneSerde() throws Exception {
    List<Ride> expected =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    Ride.newBuilder(RIDE)
                        .setRideId("x".repeat(i) + i)
                        .setCommunity(Integer.toString(i % 77 + 1))
                        .build())
            .toList();
    Callable<Integer> task =
        () -> {
          for (int round = 0; round < 50; round++) {
            for (Ride ride : expected) {
              assertThat(read(rides, write(rides, ride))).isEqualTo(ride);
            }
          }
          return 50 * expected.size();
        };

    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<Integer> result : threads.invokeAll(List.of(task, task, task, task))) {
        assertThat(result.get()).isEqualTo(10_000);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void shouldWriteTheNextRecordAfterAFailedOne() {
    Ride broken = new Ride();

    assertThatThrownBy(() -> write(rides, broken)).isInstanceOf(RuntimeException.class);

    assertThat(read(rides, write(rides, RIDE))).isEqualTo(RIDE);
  }

  private byte[] framed(Schema schema, GenericRecord record) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(WireFormat.header(registry.register("any", schema)));
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  private static <V extends SpecificRecord> Schema schema(Class<V> type) {
    return org.apache.avro.specific.SpecificData.getForClass(type).getSchema(type);
  }

  private static <V> byte[] write(Serde<V> serde, V value) {
    return serde.serializer().serialize("any", value);
  }

  private static <V> V read(Serde<V> serde, byte[] bytes) {
    return serde.deserializer().deserialize("any", bytes);
  }

  /** Remembers the subjects that were registered. */
  private static final class Subjects implements SchemaRegistry {
    private final SchemaRegistry registry;
    private final List<String> seen = new java.util.ArrayList<>();

    Subjects(SchemaRegistry registry) {
      this.registry = registry;
    }

    @Override
    public int register(String subject, Schema schema) {
      seen.add(subject);
      return registry.register(subject, schema);
    }

    @Override
    public Schema byId(int id) {
      return registry.byId(id);
    }
  }

  /** A registry that cannot be reached. */
  private static final class Silent implements SchemaRegistry {
    @Override
    public int register(String subject, Schema schema) {
      throw new SchemaRegistryException("cannot be reached");
    }

    @Override
    public Schema byId(int id) {
      throw new SchemaRegistryException("cannot be reached");
    }
  }
}

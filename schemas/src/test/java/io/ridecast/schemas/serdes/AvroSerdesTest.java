package io.ridecast.schemas.serdes;

import static io.ridecast.schemas.serdes.SerdeBench.RIDE;
import static io.ridecast.schemas.serdes.SerdeBench.read;
import static io.ridecast.schemas.serdes.SerdeBench.schema;
import static io.ridecast.schemas.serdes.SerdeBench.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.records.Ride;
import io.ridecast.schemas.registry.InMemoryRegistry;
import io.ridecast.schemas.registry.SchemaRegistry;
import io.ridecast.schemas.registry.SchemaRegistryException;
import io.ridecast.schemas.topics.Topic;
import io.ridecast.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroSerdesTest {
  private final SerdeBench bench = new SerdeBench();
  private final Serde<Ride> rides = bench.rides();
  private final InMemoryRegistry registry = bench.registry();

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
  void shouldNotCallARecordUndecodableWhenTheRegistryDoesNotAnswer() {
    byte[] bytes = write(rides, RIDE);
    Serde<Ride> without = new AvroSerdes(new Silent()).value(Topics.RIDES);

    assertThatThrownBy(() -> read(without, bytes))
        .isInstanceOf(SchemaRegistryException.class)
        .isNotInstanceOf(SerializationException.class);
    assertThatThrownBy(() -> write(without, RIDE)).isInstanceOf(SchemaRegistryException.class);
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

  /** Remembers the subjects that were registered. */
  private static final class Subjects implements SchemaRegistry {
    private final SchemaRegistry registry;
    private final List<String> seen = new ArrayList<>();

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

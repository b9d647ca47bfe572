package io.ridecast.schemas.serdes;

import static io.ridecast.schemas.serdes.SerdeBench.read;
import static io.ridecast.schemas.serdes.SerdeBench.schema;
import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.Ride;
import io.ridecast.schemas.registry.InMemoryRegistry;
import io.ridecast.schemas.topics.Topics;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

/** Records that another version of a schema has written. */
class SchemaEvolutionTest {
  private final SerdeBench bench = new SerdeBench();
  private final Serde<Ride> rides = bench.rides();
  private final InMemoryRegistry registry = bench.registry();

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

    Ride read = read(rides, bench.framed(old, written));

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
            .set("status", new GenericData.EnumSymbol(later.getField("status").schema(), "SEALED"))
            .set("emitted_at", 0L)
            .build();

    assertThat(read(demand, bench.framed(later, written)).getStatus()).isEqualTo(DemandStatus.OPEN);
  }
}

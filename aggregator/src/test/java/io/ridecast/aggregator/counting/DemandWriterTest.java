package io.ridecast.aggregator.counting;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

class DemandWriterTest {
  @Property
  void shouldWriteWhatAvroWrites(
      @ForAll String community,
      @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int day,
      @ForAll int rides,
      @ForAll int revision,
      @ForAll DemandStatus status,
      @ForAll @LongRange(min = -1_000_000_000_000_000L, max = 1_000_000_000_000_000L) long millis)
      throws IOException {
    DailyDemand demand =
        new DailyDemand(
            community,
            LocalDate.ofEpochDay(day),
            rides,
            revision,
            status,
            Instant.ofEpochMilli(millis));

    assertThat(bytes(demand, new DemandWriter()))
        .isEqualTo(bytes(demand, new SpecificDatumWriter<>(DailyDemand.class)));
  }

  private static byte[] bytes(DailyDemand demand, DatumWriter<DailyDemand> writer)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    writer.write(demand, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }
}

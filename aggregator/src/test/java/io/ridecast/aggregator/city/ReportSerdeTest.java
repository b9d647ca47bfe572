package io.ridecast.aggregator.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.aggregator.city.PartitionReport.DayPart;
import io.ridecast.aggregator.city.PartitionReport.DayParts;
import io.ridecast.aggregator.city.PartitionReport.Reached;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportSerdeTest {
  private final Serde<PartitionReport> serde = ReportSerde.create();

  static Stream<PartitionReport> reports() {
    return Stream.of(
        new DayParts(7, List.of(new DayPart(18_506, 1_043, 12), new DayPart(18_507, 0, 11))),
        new Reached(3, Instant.parse("2020-09-01T07:00:00Z"), true),
        new Reached(0, null, false));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void shouldReadBackWhatItWrites(PartitionReport report) {
    assertThat(read(serde.serializer().serialize("t", report))).isEqualTo(report);
  }

  @Test
  void shouldPassNull() {
    assertThat(serde.serializer().serialize("t", null)).isNull();
    assertThat(read(null)).isNull();
  }

  @Test
  void shouldRefuseAnUnknownKindAndBrokenRows() {
    assertThatThrownBy(() -> read(new byte[] {0, 0, 0, 0, 0, 0, 0, 9}))
        .isInstanceOf(SerializationException.class);
    assertThatThrownBy(() -> read(new byte[] {1, 2, 3})).isInstanceOf(SerializationException.class);
  }

  private PartitionReport read(byte[] bytes) {
    return serde.deserializer().deserialize("t", bytes);
  }
}

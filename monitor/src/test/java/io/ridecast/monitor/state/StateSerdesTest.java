package io.ridecast.monitor.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.monitor.scoring.MonitoredDay;
import io.ridecast.monitor.scoring.Pair;
import io.ridecast.monitor.scoring.PastForecast;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class StateSerdesTest {
  private static final LocalDate DATE = LocalDate.of(2020, 9, 11);
  private static final Instant TIME = Instant.parse("2020-09-11T07:00:00.123Z");
  private static final PastForecast FORECAST = new PastForecast(1.5, 0, 1, 4.25, "12", TIME);

  /** A pair as the first release wrote it: a later one must still read it. */
  private static final String FROZEN =
      "01000136000048540140080000000000007ff80000000000003ff800000000000000000000000000003ff0000000"
          + "000000401100000000000000023132000001747bf6b5fb";

  @Test
  void shouldKeepADay() {
    MonitoredDay day =
        MonitoredDay.unknown(DATE).with(1, FORECAST).with(7, FORECAST).closed(3, TIME);

    assertThat(roundTrip(StateSerdes.day(), day)).isEqualTo(day);
  }

  @Test
  void shouldKeepADayOfWhichNothingIsKnown() {
    assertThat(roundTrip(StateSerdes.day(), MonitoredDay.unknown(DATE)))
        .isEqualTo(MonitoredDay.unknown(DATE));
  }

  @Test
  void shouldReadThePairsOfTheFirstRelease() {
    Pair pair = new Pair("6", DATE, 1, 3, Double.NaN, FORECAST);

    assertThat(HexFormat.of().formatHex(StateSerdes.pair().serializer().serialize("t", pair)))
        .isEqualTo(FROZEN);
    assertThat(StateSerdes.pair().deserializer().deserialize("t", HexFormat.of().parseHex(FROZEN)))
        .isEqualTo(pair);
  }

  @Test
  void shouldPassNull() {
    assertThat(StateSerdes.pair().serializer().serialize("t", null)).isNull();
    assertThat(StateSerdes.pair().deserializer().deserialize("t", null)).isNull();
  }

  @Test
  void shouldRefuseAFormatOfTheFuture() {
    assertThatThrownBy(() -> StateSerdes.day().deserializer().deserialize("days", new byte[] {9}))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("days")
        .hasRootCauseMessage("format 9 is not known here, only 1");
  }

  private static <T> T roundTrip(Serde<T> serde, T value) {
    return serde.deserializer().deserialize("t", serde.serializer().serialize("t", value));
  }
}

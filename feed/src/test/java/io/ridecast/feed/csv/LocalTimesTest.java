package io.ridecast.feed.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTimesTest {
  private final LocalTimes chicago = new LocalTimes(ZoneId.of("America/Chicago"));

  @ParameterizedTest
  @CsvSource({
    "2020-08-12T05:00:00.000,2020-08-12T05:00:00",
    "2020-08-12T05:00:07,2020-08-12T05:00:07",
    "2020-08-12T05:00,2020-08-12T05:00:00",
    "2020-08-12T05:00:00.250,2020-08-12T05:00:00.250",
    "2020-08-12T05:00:00.000000,2020-08-12T05:00:00",
    "2020-08-12 17:00:00,2020-08-12T17:00:00",
    "08/12/2020 05:00:00 PM,2020-08-12T17:00:00",
    "8/2/2020 5:00:00 PM,2020-08-02T17:00:00",
    "08/12/2020 12:00:00 AM,2020-08-12T00:00:00",
    "08/12/2020 12:00:00 PM,2020-08-12T12:00:00",
    "08/12/2020 05:00:00 pm,2020-08-12T17:00:00",
    "08/12/2020 05:00 AM,2020-08-12T05:00:00",
  })
  void shouldReadBothStyles(String text, LocalDateTime local) {
    assertThat(chicago.read(text)).contains(local);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-08-1xT05:00:00",
        "2020-13-12T05:00:00",
        "2020-08-12T05:60:00",
        "2020-08-12t05:00:00x",
        "20200812T050000",
        "12/08/2020",
        ""
      })
  void shouldReadNothingElse(String text) {
    assertThat(chicago.read(text)).isEmpty();
  }

  @Test
  void shouldTakeTheEarlierInstantOfTheHourThatRepeats() {
    assertThat(start("2019-11-03T01:30:00")).isEqualTo("2019-11-03T06:30:00Z");
  }

  @Test
  void shouldTakeTheEarlierEndUnlessItPrecedesTheStart() {
    Instant before = start("2019-11-03T00:50:00");
    Instant within = start("2019-11-03T01:50:00");

    assertThat(end("2019-11-03T01:10:00", before)).isEqualTo("2019-11-03T06:10:00Z");
    assertThat(end("2019-11-03T01:10:00", within)).isEqualTo("2019-11-03T07:10:00Z");
  }

  @Test
  void shouldLeaveAnEndBeforeTheStartOutsideThatHour() {
    assertThat(end("2019-11-03T00:10:00", start("2019-11-03T00:50:00")))
        .isEqualTo("2019-11-03T05:10:00Z");
  }

  @Test
  void shouldMoveATimeInTheSkippedHourOn() {
    assertThat(start("2020-03-08T02:30:00")).isEqualTo("2020-03-08T08:30:00Z");
    assertThat(start("2020-03-08T03:30:00")).isEqualTo("2020-03-08T08:30:00Z");
  }

  @Test
  void shouldFollowTheZoneOfTheCatalogue() {
    LocalTimes berlin = new LocalTimes(ZoneId.of("Europe/Berlin"));

    assertThat(berlin.start(LocalDateTime.parse("2020-08-12T05:00:00")))
        .isEqualTo("2020-08-12T03:00:00Z");
  }

  private Instant start(String local) {
    return chicago.start(LocalDateTime.parse(local));
  }

  private Instant end(String local, Instant start) {
    return chicago.end(LocalDateTime.parse(local), start);
  }
}

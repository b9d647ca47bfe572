package io.ridecast.forecasting.weather;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeatherHistoryTest {
  private static final LocalDate DAY = LocalDate.of(2024, 6, 4);
  private static final List<WeatherReport> REPORTS =
      List.of(
          report("2024-06-02T18:00:00Z", 20),
          report("2024-06-03T18:00:00Z", 22),
          report("2024-06-05T06:00:00Z", 25));

  @ParameterizedTest
  @CsvSource({
    "2024-06-02T18:00:00Z,NaN",
    "2024-06-02T18:00:01Z,20",
    "2024-06-03T18:00:00Z,20",
    "2024-06-03T18:00:01Z,22",
    "2024-06-05T06:00:00Z,22",
    "2024-06-05T06:00:01Z,25",
  })
  void shouldTellTheNewestThatWasIssuedBefore(Instant instant, float tmax) {
    WeatherHistory history = WeatherHistory.of(REPORTS);

    assertThat(Float.compare(tmax(history, instant), tmax)).isZero();
  }

  @Test
  void shouldNotCareInWhichOrderReportsCome() {
    List<WeatherReport> shuffled = new ArrayList<>(REPORTS);
    Collections.shuffle(shuffled, new Random(1));
    shuffled.addAll(REPORTS);

    WeatherHistory history = WeatherHistory.of(shuffled);

    assertThat(tmax(history, Instant.parse("2024-06-04T00:00:00Z"))).isEqualTo(22);
  }

  @Test
  void shouldKnowNothingOfDaysThatNobodySpokeOf() {
    KnownWeather known = WeatherHistory.of(REPORTS).before(Instant.MAX);

    assertThat(known.of(DAY.toEpochDay() + 1)).isEqualTo(WeatherMeasures.UNKNOWN);
  }

  @Test
  void shouldLeaveOutWhatWasIssuedLater() {
    Instant instant = REPORTS.get(1).issuedAt();

    WeatherHistory until = WeatherHistory.of(REPORTS).until(instant);

    assertThat(until.reports()).containsExactly(REPORTS.get(0));
    assertThat(until.until(Instant.MIN).isEmpty()).isTrue();
  }

  @Test
  void shouldTellOfWhichDaysItSpeaks() {
    WeatherReport ahead = new WeatherReport(DAY.plusDays(3), Instant.MIN, WeatherMeasures.UNKNOWN);
    List<WeatherReport> reports = new ArrayList<>(REPORTS);
    reports.add(0, ahead);

    WeatherHistory history = WeatherHistory.of(reports);

    assertThat(history.span()).contains(new WeatherSpan(DAY, DAY.plusDays(3), 4));
    assertThat(history.reports()).startsWith(REPORTS.get(0)).endsWith(ahead);
    assertThat(WeatherHistory.none().span()).isEmpty();
  }

  @Test
  void shouldNotChangeWhatWasTold() {
    WeatherLog log = new WeatherLog();
    log.accept(REPORTS.get(0));
    WeatherHistory before = log.history();
    assertThat(log.history()).isSameAs(before);

    log.accept(REPORTS.get(1));

    assertThat(tmax(before, Instant.MAX)).isEqualTo(20);
    assertThat(tmax(log.history(), Instant.MAX)).isEqualTo(22);
  }

  @Test
  void shouldTakeNullForUnknown() {
    WeatherMeasures measures = WeatherMeasures.of(null, 3.5, 0.0, null, null);

    assertThat(measures.tmax()).isNaN();
    assertThat(measures.tmin()).isEqualTo(3.5f);
    assertThat(measures.precipitation()).isZero();
  }

  private static float tmax(WeatherHistory history, Instant instant) {
    return history.before(instant).of(DAY.toEpochDay()).tmax();
  }

  private static WeatherReport report(String issuedAt, double tmax) {
    return new WeatherReport(
        DAY, Instant.parse(issuedAt), WeatherMeasures.of(tmax, null, null, null, null));
  }
}

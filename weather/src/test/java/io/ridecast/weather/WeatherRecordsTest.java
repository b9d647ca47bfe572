package io.ridecast.weather;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.weather.WeatherMeasures;
import io.ridecast.forecasting.weather.WeatherReport;
import io.ridecast.records.DailyWeather;
import io.ridecast.records.WeatherKind;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeatherRecordsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 6, 5);
  private static final Instant ISSUED = Instant.parse("2024-06-04T22:59:59.999Z");

  @Test
  void shouldReadEachMeasureAsWhatItIs() {
    WeatherReport report =
        WeatherRecords.report(
            new DailyWeather(DAY, ISSUED, WeatherKind.OBSERVED, 25.5, 14.0, 3.2, 20.0, 1.0));

    assertThat(report)
        .isEqualTo(new WeatherReport(DAY, ISSUED, new WeatherMeasures(25.5f, 14, 3.2f, 20, 1)));
  }

  @Test
  void shouldWriteMeasuresAsPeopleDoAndLeaveOutWhatIsNotKnown() {
    WeatherMeasures measures = new WeatherMeasures(25.1f, -0.3f, Float.NaN, 0, Float.NaN);

    DailyWeather day =
        WeatherRecords.of(new WeatherReport(DAY, ISSUED, measures), WeatherKind.FORECAST);

    assertThat(day)
        .isEqualTo(
            new DailyWeather(DAY, ISSUED, WeatherKind.FORECAST, 25.1, -0.3, null, 0.0, null));
  }

  @ParameterizedTest
  @EnumSource(WeatherKind.class)
  void shouldReadWhatItWrote(WeatherKind kind) {
    WeatherReport known =
        new WeatherReport(DAY, ISSUED, new WeatherMeasures(25.1f, -0.3f, 1e-3f, 17.7f, 120));
    WeatherReport unknown = new WeatherReport(DAY, ISSUED, WeatherMeasures.UNKNOWN);

    assertThat(WeatherRecords.report(WeatherRecords.of(known, kind))).isEqualTo(known);
    assertThat(WeatherRecords.report(WeatherRecords.of(unknown, kind))).isEqualTo(unknown);
  }
}

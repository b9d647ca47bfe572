package io.ridecast.forecasting.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ridecast.forecasting.catalogue.ServiceDay;
import io.ridecast.forecasting.circumstances.Circumstances;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.SyntheticCity;
import io.ridecast.forecasting.weather.WeatherHistory;
import io.ridecast.forecasting.weather.WeatherMeasures;
import io.ridecast.forecasting.weather.WeatherReport;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeatherFeaturesTest {
  private static final DemandPanel PANEL = SyntheticCity.panel(1, 100, 5);
  private static final ServiceDay DAYS = new ServiceDay(ZoneId.of("America/Chicago"));
  private static final LocalDate ORIGIN = PANEL.last().minusDays(10);
  private static final Instant END = DAYS.end(ORIGIN);

  @Test
  void shouldTellTheTargetsForecastAndHowItDiffersFromTheLastDays() {
    List<WeatherReport> reports = new ArrayList<>();
    for (int age = 0; age < 20; age++) {
      reports.add(report(ORIGIN.minusDays(age), END.minus(Duration.ofDays(age)), 10 + age % 2, 0));
    }
    reports.add(report(ORIGIN.plusDays(2), END, 25, 4));

    float[] row = row(reports, 2);

    assertThat(row[FeatureColumn.TMAX.position()]).isEqualTo(25);
    assertThat(row[FeatureColumn.PRECIPITATION.position()]).isEqualTo(4);
    assertThat(row[FeatureColumn.TMAX_SHIFT.position()]).isCloseTo(14.5f, within(1e-4f));
    assertThat(row[FeatureColumn.ORIGIN_TMAX_SHIFT.position()]).isCloseTo(-.5f, within(1e-4f));
    assertThat(row[FeatureColumn.WIND.position()]).isNaN();
    assertThat(row(reports, 3)[FeatureColumn.TMAX.position()]).isNaN();
  }

  /** Whatever is issued when the origin has ended, or later, changes nothing. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void shouldSeeOnlyWhatWasIssuedBeforeTheOriginEnded(int lead) {
    List<WeatherReport> known = new ArrayList<>();
    for (int day = -30; day <= 7; day++) {
      known.add(report(ORIGIN.plusDays(day), END.plusSeconds(1 - 3_600L * (day + 31)), 10, 0));
    }
    List<WeatherReport> later = new ArrayList<>(known);
    for (int day = -30; day <= 30; day++) {
      later.add(report(ORIGIN.plusDays(day), END.plusSeconds(1), 33, 50));
      later.add(report(ORIGIN.plusDays(day), END.plus(Duration.ofDays(9)), -9, 80));
    }

    assertThat(row(later, lead)).containsExactly(row(known, lead));
    assertThat(row(known, lead)[FeatureColumn.TMAX.position()]).isEqualTo(10);
  }

  private static float[] row(List<WeatherReport> reports, int lead) {
    Circumstances circumstances = Circumstances.usual().with(WeatherHistory.of(reports), DAYS);
    DemandSeries city = PANEL.city();
    float[] row = new float[FeatureList.size()];
    new FeatureRows(
            PANEL.catalogue().communities().get(0), city, CityState.at(ORIGIN, city, circumstances))
        .fill(lead, row, 0);
    return row;
  }

  /** A report that came a second before {@code issued}. */
  private static WeatherReport report(
      LocalDate date, Instant issued, double tmax, double precipitation) {
    return new WeatherReport(
        date, issued.minusSeconds(1), WeatherMeasures.of(tmax, null, precipitation, null, null));
  }
}

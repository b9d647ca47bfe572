package io.ridecast.forecasting.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.catalogue.ServiceDay;
import io.ridecast.forecasting.circumstances.Circumstances;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.weather.WeatherHistory;
import io.ridecast.forecasting.weather.WeatherMeasures;
import io.ridecast.forecasting.weather.WeatherReport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A city that rides 1,000 times on a dry day of 20 degrees, more when warmer, half when wet. */
class WeatherResponseTest {
  private static final Community COMMUNITY = Catalogue.chicago().communities().get(0);
  private static final LocalDate FIRST = LocalDate.of(2023, 3, 1);
  private static final int DAYS = 300;
  private static final LocalDate ORIGIN = FIRST.plusDays(DAYS - 1L);
  private static final double PER_DEGREE = 0.03;

  private final List<WeatherReport> reports = new ArrayList<>();
  private final float[] rides = new float[DAYS];

  WeatherResponseTest() {
    SplittableRandom random = new SplittableRandom(8);
    for (int day = 0; day < DAYS; day++) {
      // The last two weeks are dry and of 20 degrees, so that effects are told against that.
      boolean usual = day >= DAYS - 14;
      double tmax = usual ? 20 : random.nextDouble(10, 26);
      boolean wet = !usual && random.nextInt(4) == 0;
      weather(FIRST.plusDays(day), tmax, wet ? 8 : 0);
      rides[day] = (float) (1_000 * Math.exp(PER_DEGREE * (tmax - 20)) * (wet ? 0.5 : 1));
    }
    weather(ORIGIN.plusDays(1), 25, 0);
    weather(ORIGIN.plusDays(2), 20, 8);
    weather(ORIGIN.plusDays(3), 20, 0);
  }

  @Test
  void shouldLearnWhatWarmthAndRainDo() {
    assertThat(value(1, FeatureColumn.WEATHER_EFFECT))
        .isCloseTo((float) Math.exp(5 * PER_DEGREE), within(0.04f));
    assertThat(value(2, FeatureColumn.WEATHER_EFFECT)).isCloseTo(0.5f, within(0.06f));
    assertThat(value(3, FeatureColumn.WEATHER_EFFECT)).isCloseTo(1, within(0.03f));
    assertThat(value(4, FeatureColumn.WEATHER_EFFECT)).isNaN();
  }

  @Test
  void shouldExpectWhatTheWeatherWillDo() {
    assertThat(base(2, circumstances()) / base(3, circumstances())).isBetween(0.45, 0.56);
    assertThat(base(4, circumstances()) / base(3, circumstances())).isCloseTo(1, within(0.05));
  }

  @Test
  void shouldNotTakeAWetDayForALowLevel() {
    reports.removeIf(report -> report.date().equals(ORIGIN));
    weather(ORIGIN, 20, 8);
    rides[DAYS - 1] = 500;

    assertThat(value(3, FeatureColumn.SURPRISE_0)).isCloseTo(1, within(0.1f));
    assertThat(base(3, circumstances())).isCloseTo(1_000, within(40.0));
    assertThat(base(3, Circumstances.usual())).isLessThan(960);
  }

  @Test
  void shouldLearnNothingFromAFewWeeks() {
    reports.removeIf(report -> report.date().isBefore(ORIGIN.minusDays(40)));

    assertThat(value(2, FeatureColumn.WEATHER_EFFECT)).isNaN();
    assertThat(value(2, FeatureColumn.PRECIPITATION)).isEqualTo(8);
    assertThat(base(2, circumstances())).isEqualTo(base(2, Circumstances.usual()));
  }

  private void weather(LocalDate date, double tmax, double precipitation) {
    reports.add(
        new WeatherReport(
            date, Instant.MIN, WeatherMeasures.of(tmax, null, precipitation, null, null)));
  }

  private Circumstances circumstances() {
    return Circumstances.usual().with(WeatherHistory.of(reports), new ServiceDay(ZoneOffset.UTC));
  }

  private double base(int lead, Circumstances circumstances) {
    return rows(circumstances).base(lead);
  }

  private float value(int lead, FeatureColumn column) {
    float[] row = new float[FeatureList.size()];
    rows(circumstances()).fill(lead, row, 0);
    return row[column.position()];
  }

  private FeatureRows rows(Circumstances circumstances) {
    DemandSeries demand = DemandSeries.of(FIRST, rides);
    return new FeatureRows(COMMUNITY, demand, CityState.at(ORIGIN, demand, circumstances));
  }
}

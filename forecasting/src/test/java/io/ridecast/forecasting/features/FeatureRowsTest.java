package io.ridecast.forecasting.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.circumstances.Circumstances;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.SyntheticCity;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureRowsTest {
  private static final DemandPanel PANEL = SyntheticCity.panel(3, 500, 5);
  private static final Community COMMUNITY = PANEL.catalogue().communities().get(1);
  private static final DemandSeries DEMAND = PANEL.demand(COMMUNITY).orElseThrow();
  private static final LocalDate ORIGIN = SyntheticCity.FIRST.plusDays(450);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void shouldNotLookPastTheOrigin(int lead) {
    float[] known = row(ORIGIN, DEMAND.until(ORIGIN), PANEL.city().until(ORIGIN), lead);

    assertThat(row(ORIGIN, DEMAND, PANEL.city(), lead)).containsExactly(known);
  }

  @Test
  void shouldNotLookFurtherBackThanItSays() {
    DemandSeries demand = last(DEMAND, FeatureRows.HISTORY_DAYS);
    DemandSeries city = last(PANEL.city(), FeatureRows.HISTORY_DAYS);

    assertThat(row(ORIGIN, demand, city, 1)).containsExactly(row(ORIGIN, DEMAND, PANEL.city(), 1));
  }

  @Test
  void shouldUseAllOfTheHistoryItSays() {
    DemandSeries city = last(PANEL.city(), FeatureRows.HISTORY_DAYS - 1);

    assertThat(row(ORIGIN, DEMAND, city, 1)).isNotEqualTo(row(ORIGIN, DEMAND, PANEL.city(), 1));
  }

  @ParameterizedTest
  @CsvSource({"1,THURSDAY,3", "2,FRIDAY,4", "5,MONDAY,0"})
  void shouldTellTheTargetsWeekday(int lead, java.time.DayOfWeek weekday, float code) {
    LocalDate origin = LocalDate.of(2020, 8, 19);
    assertThat(origin.plusDays(lead).getDayOfWeek()).isEqualTo(weekday);

    assertThat(value(origin, lead, "weekday")).isEqualTo(code);
    assertThat(value(origin, lead, "lead")).isEqualTo(lead);
    assertThat(value(origin, lead, "community")).isEqualTo(COMMUNITY.number());
  }

  @Test
  void shouldTellHolidaysAroundTheTargetAndAmongItsLags() {
    LocalDate origin = LocalDate.of(2019, 12, 23);

    assertThat(value(origin, 2, "holiday")).isEqualTo(code("CHRISTMAS"));
    assertThat(value(origin, 2, "holiday_before")).isEqualTo(code("CHRISTMAS_EVE"));
    assertThat(value(origin, 2, "holiday_after")).isEqualTo(code("BETWEEN_THE_YEARS"));
    assertThat(value(origin, 2, "holiday_lags")).isEqualTo(1);
    assertThat(value(origin.plusDays(7), 2, "holiday_week_ago")).isEqualTo(code("CHRISTMAS"));
    assertThat(value(origin.plusDays(7), 2, "holiday_lags")).isEqualTo(1);
    assertThat(value(origin, 2, "holiday_week_ago")).isZero();
  }

  @Test
  void shouldRelateLagsToTheBase() {
    CityState city = CityState.at(ORIGIN, PANEL.city(), Circumstances.usual());
    double base = new FeatureRows(COMMUNITY, DEMAND, city).base(3);

    assertThat(value(ORIGIN, 3, "week_ago_1"))
        .isEqualTo((float) (DEMAND.at(ORIGIN.minusDays(4)) / base));
    assertThat(value(ORIGIN, 3, "log_base")).isEqualTo((float) Math.log(base));
  }

  @Test
  void shouldSayMissingWhereTheCityIsNotKnownYet() {
    float[] row = row(ORIGIN, DEMAND, PANEL.city().until(ORIGIN.minusDays(1)), 1);

    assertThat(row[position("city_surprise_0")]).isNaN();
    assertThat(row[position("city_surprise_1")]).isNotNaN();
    assertThat(row[position("city_year_ago")]).isNotNaN();
  }

  @Test
  void shouldForecastACommunityWithOneDay() {
    DemandSeries day = DemandSeries.of(ORIGIN, 4);
    CityState city = CityState.at(ORIGIN, PANEL.city(), Circumstances.usual());
    FeatureRows rows = new FeatureRows(COMMUNITY, day, city);

    assertThat(rows.hasLevel()).isTrue();
    assertThat(rows.base(1)).isBetween(1.0, 8.0);
    assertThat(row(ORIGIN, day, PANEL.city(), 1)).doesNotContain(Float.POSITIVE_INFINITY);
  }

  @Test
  void shouldHoldNoInfiniteValueAfterAllZeroHistory() {
    DemandSeries zeros = DemandSeries.of(ORIGIN.minusDays(99), new float[100]);

    assertThat(row(ORIGIN, zeros, zeros, 1))
        .doesNotContain(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
  }

  private static float code(String name) {
    return io.ridecast.forecasting.holidays.HolidayCode.valueOf(name).code();
  }

  private static DemandSeries last(DemandSeries series, int days) {
    long from = ORIGIN.toEpochDay() - days + 1;
    return DemandSeries.of(LocalDate.ofEpochDay(from), series.window(from, days));
  }

  private static float value(LocalDate origin, int lead, String feature) {
    return row(origin, DEMAND, PANEL.city(), lead)[position(feature)];
  }

  private static int position(String feature) {
    return FeatureList.features().stream().map(Feature::name).toList().indexOf(feature);
  }

  private static float[] row(LocalDate origin, DemandSeries demand, DemandSeries city, int lead) {
    float[] row = new float[FeatureList.size()];
    new FeatureRows(COMMUNITY, demand, CityState.at(origin, city, Circumstances.usual()))
        .fill(lead, row, 0);
    return row;
  }
}

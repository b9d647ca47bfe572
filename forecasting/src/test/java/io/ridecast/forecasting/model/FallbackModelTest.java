package io.ridecast.forecasting.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FallbackModelTest {
  private static final LocalDate ORIGIN = LocalDate.of(2020, 9, 10);
  private final FallbackModel model = new FallbackModel();

  @Test
  void shouldTakeTheMeanOfTheLastFourSameWeekdays() {
    float[] rides = new float[70];
    Arrays.fill(rides, 1000);
    // The day after the origin is a Friday; so are those 6, 13, 20, 27 days before the origin.
    int last = rides.length - 1;
    rides[last - 6] = 10;
    rides[last - 13] = 20;
    rides[last - 20] = 30;
    rides[last - 27] = 40;

    DayForecast day = forecast(rides, 1).get(0);

    assertThat(day.mean()).isEqualTo(25);
    assertThat(day.p50()).isEqualTo(25);
    assertThat(day.date()).isEqualTo(ORIGIN.plusDays(1));
    assertThat(day.lead()).isEqualTo(1);
    // The spread of 10, 20, 30, 40 is wider than a Poisson count's.
    assertThat(day.p90() - day.p50()).isCloseTo(1.2816 * 12.91, within(0.01));
  }

  @Test
  void shouldLookFurtherBackForAMissingWeekday() {
    float[] rides = new float[70];
    Arrays.fill(rides, 8);
    rides[69 - 6] = Float.NaN;
    rides[69 - 34] = 13;

    assertThat(forecast(rides, 1).get(0).mean()).isEqualTo((8 + 8 + 8 + 13) / 4.0);
  }

  @Test
  void shouldForecastFromOneDay() {
    List<DayForecast> days = forecast(new float[] {5}, 1);

    assertThat(days).hasSize(3).allSatisfy(day -> assertThat(day.mean()).isEqualTo(5));
  }

  @Test
  void shouldForecastZeroFromNothingKnown() {
    assertThat(forecast(new float[] {Float.NaN}, 1))
        .allSatisfy(
            day -> {
              assertThat(day.mean()).isZero();
              assertThat(day.p10()).isZero();
              assertThat(day.p90()).isZero();
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void shouldStartAtTheFirstLead(int firstLead) {
    assertThat(forecast(new float[40], firstLead))
        .extracting(DayForecast::lead)
        .containsExactly(firstLead, firstLead + 1, firstLead + 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6, -1})
  void shouldRefuseOtherLeads(int firstLead) {
    assertThatThrownBy(() -> forecast(new float[40], firstLead))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("first lead " + firstLead);
  }

  @Test
  void shouldNotLookPastItsOrigin() {
    float[] rides = new float[70];
    Arrays.fill(rides, 8);
    DemandSeries demand = DemandSeries.of(ORIGIN.minusDays(69), rides);
    DemandSeries later = demand.with(ORIGIN.plusDays(1), 500).with(ORIGIN.plusDays(2), 500);

    assertThat(model.forecast(List.of(input(later)), 1))
        .isEqualTo(model.forecast(List.of(input(demand)), 1));
  }

  @Test
  void shouldHaveNoFeatures() {
    assertThat(model.version()).isEqualTo("fallback");
    assertThat(model.features(List.of(input(DemandSeries.of(ORIGIN, 1))), 1)[0])
        .hasDimensions(3, 0);
  }

  private List<DayForecast> forecast(float[] rides, int firstLead) {
    DemandSeries demand = DemandSeries.of(ORIGIN.minusDays(rides.length - 1L), rides);
    return model.forecast(List.of(input(demand)), firstLead).get(0);
  }

  private static ForecastInput input(DemandSeries demand) {
    return new ForecastInput(
        Catalogue.chicago().communities().get(0), demand, DemandSeries.of(ORIGIN, 1), ORIGIN);
  }
}

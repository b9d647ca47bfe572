package io.ridecast.forecasting.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColdStartTest {
  private static final LocalDate ORIGIN = LocalDate.of(2020, 9, 10);

  @ParameterizedTest
  @CsvSource({"1,true", "13,true", "14,false", "400,false"})
  void shouldEndWithTheFourteenthKnownDay(int days, boolean cold) {
    DemandSeries demand = DemandSeries.of(ORIGIN.minusDays(days - 1L), new float[days]);

    assertThat(ColdStart.is(ColdStart.knownDays(demand, ORIGIN))).isEqualTo(cold);
  }

  @Test
  void shouldCountNeitherMissingDaysNorThoseOfMonthsAgoNorThoseToCome() {
    float[] rides = new float[200];
    Arrays.fill(rides, 110, 190, Float.NaN);
    DemandSeries demand = DemandSeries.of(ORIGIN.minusDays(194), rides);

    assertThat(ColdStart.knownDays(demand, ORIGIN)).isEqualTo(5);
    assertThat(ColdStart.knownDays(demand, ORIGIN.minusDays(140))).isEqualTo(55);
  }

  @Test
  void shouldKnowNothingBeforeTheFirstDay() {
    assertThat(ColdStart.knownDays(DemandSeries.of(ORIGIN.plusDays(1), 3), ORIGIN)).isZero();
    assertThat(ColdStart.knownDays(DemandSeries.of(ORIGIN, Float.NaN), ORIGIN)).isZero();
  }
}

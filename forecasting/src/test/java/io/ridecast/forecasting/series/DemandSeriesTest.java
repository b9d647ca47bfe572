package io.ridecast.forecasting.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandSeriesTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 2, 27);
  private static final DemandSeries SERIES = DemandSeries.of(FIRST, 1, Float.NaN, 0, 4);

  @ParameterizedTest
  @CsvSource({
    "2020-02-26,NaN",
    "2020-02-27,1",
    "2020-02-28,NaN",
    "2020-02-29,0",
    "2020-03-01,4",
    "2020-03-02,NaN"
  })
  void shouldTellRidesOfADay(LocalDate day, float rides) {
    assertThat(SERIES.at(day)).isEqualTo((Float) rides);
    assertThat(SERIES.at(day.toEpochDay())).isEqualTo((Float) rides);
  }

  @Test
  void shouldKnowItsSpan() {
    assertThat(SERIES.last()).isEqualTo(LocalDate.of(2020, 3, 1));
    assertThat(SERIES.length()).isEqualTo(4);
    assertThat(SERIES.known()).isEqualTo(3);
  }

  @Test
  void shouldReplaceADayWithoutTouchingTheOriginal() {
    DemandSeries changed = SERIES.with(FIRST.plusDays(1), 9);

    assertThat(changed.at(FIRST.plusDays(1))).isEqualTo(9);
    assertThat(SERIES.at(FIRST.plusDays(1))).isNaN();
  }

  @Test
  void shouldGrowAtBothEndsWithMissingDaysBetween() {
    DemandSeries grown = SERIES.with(FIRST.plusDays(6), 7).with(FIRST.minusDays(2), 5);

    assertThat(grown.first()).isEqualTo(FIRST.minusDays(2));
    assertThat(grown.length()).isEqualTo(9);
    assertThat(grown.at(FIRST.minusDays(1))).isNaN();
    assertThat(grown.at(FIRST.plusDays(3))).isEqualTo(4);
    assertThat(grown.at(FIRST.plusDays(5))).isNaN();
    assertThat(grown.at(FIRST.plusDays(6))).isEqualTo(7);
  }

  @Test
  void shouldTakeMissingAsACount() {
    assertThat(SERIES.with(FIRST, Float.NaN).at(FIRST)).isNaN();
  }

  @Test
  void shouldEndEarlier() {
    assertThat(SERIES.until(FIRST)).isEqualTo(DemandSeries.of(FIRST, 1));
    assertThat(SERIES.until(FIRST.plusDays(99))).isSameAs(SERIES);
    assertThatThrownBy(() -> SERIES.until(FIRST.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"-2,3", "-5,3", "3,4", "9,2", "0,4", "-3,12"})
  void shouldGiveAnyWindow(int offset, int days) {
    long from = FIRST.toEpochDay() + offset;
    float[] window = SERIES.window(from, days);

    assertThat(window).hasSize(days);
    for (int day = 0; day < days; day++) {
      assertThat(window[day]).isEqualTo((Float) SERIES.at(from + day));
    }
  }

  @ParameterizedTest
  @CsvSource({"-1", "Infinity"})
  void shouldRefuseWhatIsNoCount(float rides) {
    assertThatThrownBy(() -> DemandSeries.of(FIRST, 1, rides))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2020-02-28");
    assertThatThrownBy(() -> SERIES.with(FIRST, rides))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldRefuseToBeEmpty() {
    assertThatThrownBy(() -> DemandSeries.of(FIRST)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldNotShareTheCallersArray() {
    float[] rides = {1, 2};
    DemandSeries series = DemandSeries.of(FIRST, rides);
    rides[0] = 9;

    assertThat(series.at(FIRST)).isEqualTo(1);
  }
}

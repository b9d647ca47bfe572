package io.ridecast.forecasting.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ridecast.forecasting.model.DayForecast;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CityScoresTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

  @Test
  void shouldSpreadALaterLeadAsWidelyAsItsOwnTotalsDid() {
    CityCalibration calibration = followed(60).calibration(FIRST.plusDays(59)).orElseThrow();

    DayForecast next = calibration.forecast(FIRST.plusDays(60), 1, 2_000);
    DayForecast after = calibration.forecast(FIRST.plusDays(61), 2, 2_000);

    assertThat(next.p90() - next.p10()).isCloseTo(2_000 * 0.16, within(80.0));
    assertThat(after.p90() - after.p10()).isCloseTo(2 * (next.p90() - next.p10()), within(1.0));
    assertThat(next.mean()).isEqualTo(2_000);
    assertThat(next.p50()).isEqualTo(2_000);
    assertThat(next.lead()).isEqualTo(1);
  }

  @Test
  void shouldTakeTheLastLeadsIntervalForAFurtherOne() {
    CityCalibration calibration = new CityCalibration(List.of(new TotalInterval(0.9, 1.2)));

    assertThat(calibration.forecast(FIRST, 7, 100))
        .isEqualTo(new DayForecast(FIRST, 7, 100, 90, 100, 120));
  }

  @Test
  void shouldKeepTheMedianWithinAnIntervalThatLeavesTheMeanOut() {
    CityCalibration calibration = new CityCalibration(List.of(new TotalInterval(1.1, 1.2)));

    assertThat(calibration.forecast(FIRST, 1, 100).p50()).isCloseTo(110, within(1e-9));
  }

  @Test
  void shouldKnowNoIntervalWhileTooFewTotalsHaveCome() {
    assertThat(followed(9).calibration(FIRST.plusDays(8))).isEmpty();
    assertThat(followed(10).calibration(FIRST.plusDays(9))).isPresent();
  }

  @Test
  void shouldRefuseWhatIsNoInterval() {
    assertThatThrownBy(() -> new TotalInterval(Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TotalInterval(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CityCalibration(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Totals of 1,000 that are up to 10 % beyond the forecast one day ahead, 20 % at two days. */
  private static CityScores followed(int days) {
    CityScores scores = new CityScores(2, 56);
    for (int day = 0; day < days; day++) {
      double error = (day * 7 % 21 - 10) / 100.0;
      LocalDate today = FIRST.plusDays(day);
      scores.forecast(today.minusDays(1), 1, 1_000 / (1 + error));
      scores.forecast(today.minusDays(2), 2, 1_000 / (1 + 2 * error));
      scores.learn(today, 1_000);
    }
    return scores;
  }
}

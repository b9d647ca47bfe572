package io.ridecast.forecasting.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TrailingCalibrationTest {
  private static final LocalDate DAY = LocalDate.of(2017, 7, 1);

  private final TrailingCalibration calibration = new TrailingCalibration(10, 1);

  @Test
  void shouldUseTheLastDaysUpToTheOriginOnly() {
    add(DAY.minusDays(10), 100);
    add(DAY.minusDays(9), 1);
    add(DAY, 1);
    add(DAY.plusDays(1), 100);

    assertThat(calibration.at(DAY).of(1).high()).isEqualTo(1);
  }

  @Test
  void shouldFollowTheErrorsFromDayToDay() {
    add(DAY, 1);
    add(DAY.plusDays(1), 3);

    assertThat(calibration.at(DAY).of(1).high()).isEqualTo(1);
    assertThat(calibration.at(DAY.plusDays(1)).of(1).high()).isEqualTo(3);
  }

  @Test
  void shouldWidenNothingWithoutAnyError() {
    assertThat(calibration.at(DAY))
        .isEqualTo(new ConformalCalibration(java.util.List.of(new Widening(0, 0))));
  }

  @Test
  void shouldForgetWhatNoLaterOriginUses() {
    add(DAY, 1);
    add(DAY.plusDays(1), 3);

    calibration.forgetBefore(DAY.plusDays(10));

    assertThat(calibration.at(DAY).of(1).high()).isZero();
    assertThat(calibration.at(DAY.plusDays(10)).of(1).high()).isEqualTo(3);
  }

  /** An actual that lies {@code widths} of its interval above it. */
  private void add(LocalDate target, double widths) {
    calibration.add(target, 1, 10, 20, 15, 20 + 10 * widths);
  }
}

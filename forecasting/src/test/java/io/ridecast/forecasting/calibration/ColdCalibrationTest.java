package io.ridecast.forecasting.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.series.ColdStart;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColdCalibrationTest {
  private static final Widening USUAL = new Widening(0.1, 0.1);
  private static final ColdCalibration COLD =
      ColdCalibration.of(
          new ConformalCalibration(
              List.of(new Widening(3, 3), new Widening(2, 2), new Widening(1, 1))));

  @ParameterizedTest
  @CsvSource({"0,1,3", "1,2,2", "6,2,2", "7,3,1", "13,3,1"})
  void shouldWidenByKnownDays(int knownDays, int group, double widening) {
    assertThat(ColdCalibration.group(knownDays)).isEqualTo(group);
    assertThat(COLD.of(knownDays)).contains(new Widening(widening, widening));
    assertThat(calibration(Optional.of(COLD)).of(5, knownDays))
        .isEqualTo(new Widening(widening, widening));
  }

  @Test
  void shouldLeaveWhoHasEnoughKnownDaysToTheUsualWidening() {
    assertThat(COLD.of(ColdStart.SEASONED_DAYS)).isEmpty();
    assertThat(calibration(Optional.of(COLD)).of(5, ColdStart.SEASONED_DAYS)).isEqualTo(USUAL);
  }

  @Test
  void shouldWidenAsUsualWhereNoColdStartWasLearntFrom() {
    assertThat(calibration(Optional.empty()).of(2, 0)).isEqualTo(USUAL);
  }

  private static Calibration calibration(Optional<ColdCalibration> cold) {
    return new Calibration(
        new ConformalCalibration(List.of(USUAL)), cold, Optional.empty(), Optional.empty());
  }
}

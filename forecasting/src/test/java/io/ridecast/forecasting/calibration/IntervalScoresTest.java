package io.ridecast.forecasting.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalScoresTest {
  /** Actuals are uniform on 0 to 100, so an interval of 80 holds 80 %. */
  @ParameterizedTest
  @CsvSource({"40,60,1.5", "10,90,0", "0,100,-0.1"})
  void shouldWidenOrShrinkToFourFifths(double low, double high, double widening) {
    IntervalScores scores = new IntervalScores(1);
    SplittableRandom random = new SplittableRandom(1);
    for (int pair = 0; pair < 20_000; pair++) {
      scores.add(1, low, high, 1, 100 * random.nextDouble());
    }

    assertThat(scores.calibration().of(1).high()).isCloseTo(widening, within(0.05));
    assertThat(scores.calibration().of(1).low()).isCloseTo(widening, within(0.05));
  }

  @Test
  void shouldCoverUnseenDays() {
    IntervalScores scores = new IntervalScores(1);
    SplittableRandom random = new SplittableRandom(2);
    for (int pair = 0; pair < 5_000; pair++) {
      scores.add(1, 45, 55, 1, 100 * random.nextDouble());
    }
    Widening widening = scores.calibration().of(1);
    int covered = 0;
    for (int pair = 0; pair < 5_000; pair++) {
      double actual = 100 * random.nextDouble();
      covered +=
          widening.lower(45, 50, 55, 1) <= actual && actual <= widening.upper(45, 50, 55, 1)
              ? 1
              : 0;
    }

    assertThat(covered / 5_000.0).isCloseTo(0.8, within(0.02));
  }

  @Test
  void shouldCalibrateEachLead() {
    IntervalScores scores = new IntervalScores(2);
    for (int pair = 0; pair < 100; pair++) {
      scores.add(1, 0, 10, 1, 20);
      scores.add(2, 0, 10, 1, 30);
    }

    ConformalCalibration calibration = scores.calibration();
    assertThat(calibration.of(1).high()).isEqualTo(1);
    assertThat(calibration.of(2).high()).isEqualTo(2);
    assertThat(calibration.of(7)).isEqualTo(calibration.of(2));
  }

  @Test
  void shouldPoolLeadsThatHaveTooFewScores() {
    IntervalScores scores = new IntervalScores(2);
    for (int pair = 0; pair < 100; pair++) {
      scores.add(1, 0, 10, 1, 20);
    }
    scores.add(2, 0, 10, 1, 500);

    assertThat(scores.calibration().of(2).high()).isEqualTo(1);
  }

  @Test
  void shouldLeaveIntervalsAloneWithoutScores() {
    IntervalScores scores = new IntervalScores(3);
    scores.add(1, 0, 1, 1, Double.NaN);

    assertThat(scores.calibration().of(3)).isEqualTo(new Widening(0, 0));
  }

  @Test
  void shouldKeepTheIntervalAroundItsMedianAndAboveZero() {
    Widening wide = new Widening(5, 5);
    assertThat(wide.lower(2, 3, 4, 1)).isZero();
    assertThat(wide.upper(2, 3, 4, 1)).isEqualTo(14);

    Widening narrow = new Widening(-5, -5);
    assertThat(narrow.lower(2, 3, 4, 1)).isEqualTo(3);
    assertThat(narrow.upper(2, 3, 4, 1)).isEqualTo(3);
  }

  @Test
  void shouldGrowAnIntervalWithoutWidth() {
    assertThat(Widening.unit(0, 0, 16)).isEqualTo(2);
    assertThat(new Widening(1, 1).upper(0, 0, 0, 16)).isEqualTo(2);
  }

  @Test
  void shouldRefuseWhatIsNoCalibration() {
    assertThatThrownBy(() -> new ConformalCalibration(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Widening(Double.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

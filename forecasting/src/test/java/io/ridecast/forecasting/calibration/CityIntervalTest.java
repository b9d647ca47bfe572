package io.ridecast.forecasting.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CityIntervalTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
  private static final int DAYS = 600;

  @Test
  void shouldHoldFourInFiveWhileTheSpreadGrows() {
    CityInterval interval = new CityInterval(56);
    Random random = new Random(3);
    int held = 0;

    for (int day = 0; day < DAYS; day++) {
      LocalDate target = FIRST.plusDays(day);
      TotalInterval sides = interval.around(target.minusDays(1), 1_000);
      double total = Math.max(0, 1_000 + random.nextGaussian() * 20 * Math.exp(day / 150.0));
      held += total >= sides.low() && total <= sides.high() ? 1 : 0;
      interval.learn(target, 1_000, sides, total);
    }

    assertThat((double) held / DAYS).isCloseTo(0.8, within(0.02));
  }

  @Test
  void shouldNotLearnFromAMissingDay() {
    CityInterval interval = new CityInterval(56);
    TotalInterval before = interval.around(FIRST, 1_000);

    interval.learn(FIRST.plusDays(1), 1_000, before, Double.NaN);

    assertThat(interval.around(FIRST.plusDays(1), 1_000)).isEqualTo(before);
  }

  @Test
  void shouldKeepAValueWithinItsSides() {
    TotalInterval sides = new TotalInterval(10, 20);

    assertThat(sides.within(9)).isEqualTo(10);
    assertThat(sides.within(15)).isEqualTo(15);
    assertThat(sides.within(21)).isEqualTo(20);
  }
}

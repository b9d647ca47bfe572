package io.ridecast.forecasting.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ridecast.forecasting.model.DayForecast;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class JointErrorsTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 9, 11);
  private static final double NORMAL_P90 = 1.2816;

  /** How much of a day's error it shares with its neighbours. */
  private static final double SHARED = 0.7;

  private final Random random = new Random(11);

  @Test
  void shouldHoldFourInFiveSumsOfThreeDaysThatErrTogether() {
    JointErrorScores scores = new JointErrorScores();
    for (int origin = 0; origin < 2_000; origin++) {
      scores.add(days(100, 10), actuals(100, 10));
    }
    JointErrors errors = scores.errors().orElseThrow();
    List<DayForecast> days = days(300, 30);
    double low = errors.sumQuantile(days, 0.1);
    double high = errors.sumQuantile(days, 0.9);

    int held = 0;
    int heldBySummedQuantiles = 0;
    for (int origin = 0; origin < 2_000; origin++) {
      double sum = actuals(300, 30).stream().mapToDouble(Double::doubleValue).sum();
      held += sum >= low && sum <= high ? 1 : 0;
      heldBySummedQuantiles += sum >= sum(days, true) && sum <= sum(days, false) ? 1 : 0;
    }

    assertThat(held / 2_000.0).isCloseTo(0.8, within(0.03));
    assertThat(heldBySummedQuantiles / 2_000.0).isGreaterThan(0.84);
  }

  @Test
  void shouldTakeTheErrorsOfCommunitiesOfTheSameSize() {
    JointErrorScores scores = new JointErrorScores();
    for (int origin = 0; origin < 600; origin++) {
      scores.add(days(1_000, 100), actuals(1_000, 100));
      scores.add(days(1_100, 110), actuals(1_100, 110));
      scores.add(days(10, 1), actuals(10, 4));
    }

    JointErrors errors = scores.errors().orElseThrow();

    assertThat(width(errors, days(10, 1))).isGreaterThan(3 * width(errors, days(1_000, 100)) / 100);
  }

  @Test
  void shouldLeaveOutWhereADayIsMissing() {
    JointErrorScores scores = new JointErrorScores();
    for (int origin = 0; origin < 100; origin++) {
      scores.add(days(100, 10), List.of(100.0, Double.NaN, 100.0));
    }

    assertThat(scores.errors()).isEmpty();
  }

  @Test
  void shouldNeverSumToLessThanNothing() {
    JointErrors errors =
        new JointErrors(List.of(new JointErrors.Group(1, List.of(List.of(-9f, -9f, -9f)))));

    assertThat(errors.sums(days(2, 1))).containsExactly(0);
  }

  @Test
  void shouldRefuseWhatIsNoGroup() {
    assertThatThrownBy(() -> new JointErrors(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new JointErrors.Group(1, List.of(List.of(1f, 2f))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double width(JointErrors errors, List<DayForecast> days) {
    return errors.sumQuantile(days, 0.9) - errors.sumQuantile(days, 0.1);
  }

  private static double sum(List<DayForecast> days, boolean low) {
    return days.stream().mapToDouble(day -> low ? day.p10() : day.p90()).sum();
  }

  private static List<DayForecast> days(double mean, double deviation) {
    List<DayForecast> days = new ArrayList<>();
    double side = NORMAL_P90 * deviation;
    for (int lead = 1; lead <= JointErrors.DAYS; lead++) {
      days.add(new DayForecast(FIRST.plusDays(lead), lead, mean, mean - side, mean, mean + side));
    }
    return days;
  }

  private List<Double> actuals(double mean, double deviation) {
    double shared = random.nextGaussian() * Math.sqrt(SHARED);
    return DoubleStream.generate(
            () -> mean + deviation * (shared + random.nextGaussian() * Math.sqrt(1 - SHARED)))
        .limit(JointErrors.DAYS)
        .boxed()
        .toList();
  }
}

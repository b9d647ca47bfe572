package io.ridecast.predictor.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DemandHistoryTest {
  private static final LocalDate DAY = LocalDate.of(2020, 2, 28);

  @Test
  void shouldBeEmptyAtFirst() {
    DemandHistory empty = DemandHistory.empty();

    assertThat(empty.newest()).isEmpty();
    assertThat(empty.rides(DAY)).isEmpty();
    assertThat(empty.revisions(DAY, 28)).isEmpty();
    assertThat(empty.series(DAY).last()).isEqualTo(DAY);
    assertThat(empty.series(DAY).known()).isZero();
  }

  @Test
  void shouldGrowDayByDay() {
    DemandHistory history = history(3, 0, 7);

    assertThat(history.newest()).hasValue(DAY.plusDays(2));
    assertThat(history.rides(DAY)).hasValue(3);
    assertThat(history.rides(DAY.plusDays(1))).hasValue(0);
    assertThat(history.rides(DAY.plusDays(3))).isEmpty();
    assertThat(history.rides(DAY.minusDays(1))).isEmpty();
    assertThat(history.series(DAY.plusDays(2))).isEqualTo(DemandSeries.of(DAY, 3, 0, 7));
    assertThat(history.series(DAY.plusDays(1))).isEqualTo(DemandSeries.of(DAY, 3, 0));
  }

  @Test
  void shouldTakeOverARevision() {
    DemandHistory history = history(3, 0, 7).with(DAY.plusDays(1), OptionalInt.of(1), 2);

    assertThat(history.rides(DAY.plusDays(1))).hasValue(1);
    assertThat(history.newest()).hasValue(DAY.plusDays(2));
    assertThat(history.revisions(DAY.plusDays(2), 28))
        .isEqualTo(Map.of("2020-02-28", 1, "2020-02-29", 2, "2020-03-01", 1));
    assertThat(history.revisions(DAY.plusDays(1), 1)).isEqualTo(Map.of("2020-02-29", 2));
  }

  @Test
  void shouldNotChangeWhatItCameFrom() {
    DemandHistory before = history(3, 0, 7);

    before.with(DAY, OptionalInt.of(99), 2);

    assertThat(before.rides(DAY)).hasValue(3);
  }

  @Test
  void shouldHoldDaysOutOfServiceAndGapsAsMissing() {
    DemandHistory history =
        history(3)
            .with(DAY.plusDays(2), OptionalInt.empty(), 1)
            .with(DAY.plusDays(4), OptionalInt.of(5), 1);

    assertThat(history.newest()).hasValue(DAY.plusDays(4));
    assertThat(history.series(DAY.plusDays(4)).known()).isEqualTo(2);
    assertThat(history.series(DAY.plusDays(3)).known()).isEqualTo(1);
    assertThat(history.series(DAY.plusDays(4)).at(DAY.plusDays(2))).isNaN();
    assertThat(history.series(DAY.plusDays(4)).at(DAY.plusDays(3))).isNaN();
  }

  @Test
  void shouldTakeEarlierDaysOfABackfill() {
    DemandHistory history = history(3).with(DAY.minusDays(2), OptionalInt.of(8), 1);

    assertThat(history.newest()).hasValue(DAY);
    assertThat(history.series(DAY)).isEqualTo(DemandSeries.of(DAY.minusDays(2), 8, Float.NaN, 3));
  }

  @Test
  void shouldForgetWhatIsOlderThanItsDays() {
    DemandHistory history = DemandHistory.empty();
    for (int i = 0; i < 1_000; i++) {
      history = history.with(DAY.plusDays(i), OptionalInt.of(i), 1);
    }
    LocalDate newest = DAY.plusDays(999);

    assertThat(history.series(newest).length()).isEqualTo(DemandHistory.DAYS);
    assertThat(history.rides(newest)).hasValue(999);
    assertThat(history.rides(newest.minusDays(DemandHistory.DAYS - 1L))).hasValue(600);
    assertThat(history.rides(newest.minusDays(DemandHistory.DAYS))).isEmpty();
    assertThat(history.with(DAY, OptionalInt.of(1), 9).series(newest))
        .isEqualTo(history.series(newest));
  }

  @Test
  void shouldStartAnewAfterAGapLongerThanItsDays() {
    DemandHistory history = history(3).with(DAY.plusDays(2_000), OptionalInt.of(4), 1);

    assertThat(history.newest()).hasValue(DAY.plusDays(2_000));
    assertThat(history.series(DAY.plusDays(2_000)).known()).isEqualTo(1);
  }

  private static DemandHistory history(int... rides) {
    DemandHistory history = DemandHistory.empty();
    for (int i = 0; i < rides.length; i++) {
      history = history.with(DAY.plusDays(i), OptionalInt.of(rides[i]), 1);
    }
    return history;
  }
}

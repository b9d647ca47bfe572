package io.ridecast.monitor.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AccuracyTest {
  private static final LocalDate TO = LocalDate.of(2020, 9, 28);
  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void shouldMeasureByTheFormulas() {
    List<Pair> pairs =
        List.of(
            new Pair("6", TO, 1, 100, 90, new PastForecast(110, 80, 105, 130, "3", at(TO))),
            new Pair(
                "6",
                TO.minusDays(1),
                1,
                60,
                90,
                new PastForecast(50, 20, 45, 55, "3", at(TO.minusDays(1)))));

    Accuracy accuracy = Accuracy.of(1, TO, pairs).orElseThrow();

    assertThat(accuracy.pairs()).isEqualTo(2);
    assertThat(accuracy.actualRides()).isEqualTo(160);
    assertThat(accuracy.wape()).isEqualTo(20 / 160.0, EXACT);
    assertThat(accuracy.bias()).isEqualTo(0, EXACT);
    assertThat(accuracy.naiveWape()).isEqualTo(40 / 160.0, EXACT);
    assertThat(accuracy.mase()).isEqualTo(0.5, EXACT);
    assertThat(accuracy.pinballP10()).isEqualTo((0.1 * 20 + 0.1 * 40) / 2, EXACT);
    assertThat(accuracy.pinballP50()).isEqualTo((0.5 * 5 + 0.5 * 15) / 2, EXACT);
    assertThat(accuracy.pinballP90()).isEqualTo((0.1 * 30 + 0.9 * 5) / 2, EXACT);
    assertThat(accuracy.coverage()).isEqualTo(0.5, EXACT);
    assertThat(accuracy.intervalWidth()).isEqualTo(42.5, EXACT);
    assertThat(accuracy.modelVersion()).isEqualTo("3");
  }

  @Test
  void shouldLookBackExactlyFourWeeks() {
    List<Pair> pairs = new ArrayList<>();
    for (int age = 0; age < 40; age++) {
      pairs.add(pair(TO.minusDays(age), 1, age < 28 ? 10 : 1000, "3"));
    }
    pairs.add(pair(TO.plusDays(1), 1, 1000, "3"));

    Accuracy accuracy = Accuracy.of(1, TO, pairs).orElseThrow();

    assertThat(accuracy.pairs()).isEqualTo(28);
    assertThat(accuracy.actualRides()).isEqualTo(280);
    assertThat(accuracy.from()).isEqualTo(TO.minusDays(27));
    assertThat(accuracy.to()).isEqualTo(TO);
  }

  @Test
  void shouldKeepLeadsApart() {
    List<Pair> pairs = List.of(pair(TO, 1, 10, "3"), pair(TO, 2, 500, "3"));

    assertThat(Accuracy.of(1, TO, pairs).orElseThrow().actualRides()).isEqualTo(10);
    assertThat(Accuracy.of(3, TO, pairs)).isEmpty();
  }

  @Test
  void shouldStartAnewWhenAModelTakesOverFromTheFallback() {
    List<Pair> pairs =
        List.of(
            pair(TO.minusDays(2), 1, 500, "fallback"),
            pair(TO.minusDays(1), 1, 10, "1"),
            pair(TO, 1, 10, "2"));

    Accuracy accuracy = Accuracy.of(1, TO, pairs).orElseThrow();

    assertThat(accuracy.pairs()).isEqualTo(2);
    assertThat(accuracy.modelVersion()).isEqualTo("2");
  }

  @Test
  void shouldScoreTheFallbackUnderItsOwnNameWhileThereIsNoModel() {
    Accuracy accuracy = Accuracy.of(1, TO, List.of(pair(TO, 1, 10, "fallback"))).orElseThrow();

    assertThat(accuracy.modelVersion()).isEqualTo("fallback");
    assertThat(accuracy.pairs()).isEqualTo(1);
  }

  @Test
  void shouldHaveNoRelativeErrorWithoutRidesButStillACoverage() {
    Accuracy accuracy = Accuracy.of(1, TO, List.of(pair(TO, 1, 0, "3"))).orElseThrow();

    assertThat(accuracy.wape()).isNaN();
    assertThat(accuracy.bias()).isNaN();
    assertThat(accuracy.coverage()).isZero();
    assertThat(accuracy.pinballP50()).isPositive();
  }

  @Test
  void shouldCompareTheNaiveOnlyWhereItHasADayToGoBy() {
    Pair without =
        new Pair("6", TO, 1, 50, Double.NaN, new PastForecast(50, 40, 50, 60, "3", at(TO)));
    Pair with = new Pair("7", TO, 1, 50, 25, new PastForecast(50, 40, 50, 60, "3", at(TO)));

    Accuracy accuracy = Accuracy.of(1, TO, List.of(without, with)).orElseThrow();

    assertThat(accuracy.naiveWape()).isEqualTo(0.5, EXACT);
    assertThat(accuracy.wape()).isEqualTo(0, EXACT);
  }

  private static Pair pair(LocalDate date, int lead, double actual, String version) {
    PastForecast forecast = new PastForecast(20, 15, 20, 25, version, at(date));
    return new Pair("6", date, lead, actual, 12, forecast);
  }

  private static Instant at(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}

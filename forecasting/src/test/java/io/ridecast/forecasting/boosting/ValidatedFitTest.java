package io.ridecast.forecasting.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidatedFitTest {
  private static final BoostingParameters PARAMETERS =
      new BoostingParameters(60, 0.3, 3, 5, 1, 1, 1, 32);
  private static final FeatureMatrix FITTED = rows(2_000, 1);
  private static final FeatureMatrix JUDGED = rows(2_000, 2);

  @Test
  void shouldJudgeTheMedianByWhatItMissesOfTheRows() {
    LearningCurve curve = curve(Output.P50, PARAMETERS, 60);

    // Uniform within half a ratio to each side: the median misses a quarter, half of which counts.
    assertThat(curve.at(curve.best())).isCloseTo(0.125, within(0.01));
    assertThat(curve.at(1)).isGreaterThan(curve.at(curve.best()));
  }

  @Test
  void shouldJudgeTheMeanByItsPoissonDeviance() {
    LearningCurve curve = curve(Output.MEAN, PARAMETERS, 60);

    // Half the deviance of a small error is its square over twice the ratio; here 1/12 over 3.
    assertThat(curve.at(curve.best())).isBetween(0.015, 0.05);
  }

  @Test
  void shouldStopOnceTreesBringNothing() {
    BoostingParameters many = PARAMETERS.withRounds(5_000);

    LearningCurve curve = curve(Output.MEAN, many, 10);

    assertThat(curve.losses()).hasSizeLessThan(1_000).hasSize(curve.best() + 10);
  }

  @Test
  void shouldFitTheSameAgain() {
    assertThat(curve(Output.P50, PARAMETERS, 60)).isEqualTo(curve(Output.P50, PARAMETERS, 60));
  }

  @ParameterizedTest
  @CsvSource({"1,0", "2,0", "3,0.6931471806", "0.5,0.5723649429", "11,15.1044125731"})
  void shouldKnowTheGammaFunction(double value, double logarithm) {
    assertThat(PoissonLoss.logGamma(value)).isCloseTo(logarithm, within(1e-9));
  }

  @Test
  void shouldAverageCurvesOverTheirLongest() {
    LearningCurve mean =
        LearningCurve.mean(
            List.of(new LearningCurve(List.of(3.0, 2.0, 1.0)), new LearningCurve(List.of(1.0))));

    assertThat(mean.losses()).containsExactly(2.0, 1.5, 1.0);
    assertThat(mean.best()).isEqualTo(3);
    assertThat(mean.at(9)).isEqualTo(1);
    assertThatIllegalArgumentException().isThrownBy(() -> LearningCurve.mean(List.of()));
  }

  @Test
  void shouldThinRowsAtEvenDistances() {
    FeatureMatrix thin = FITTED.thinned(500);

    assertThat(thin.rows()).isEqualTo(500);
    assertThat(IntStream.range(0, 500))
        .allMatch(
            row ->
                thin.label(row) == FITTED.label(4 * row)
                    && thin.weight(row) == FITTED.weight(4 * row)
                    && Arrays.equals(thin.row(row), FITTED.row(4 * row)));
    assertThat(FITTED.thinned(5_000)).isSameAs(FITTED);
  }

  private static LearningCurve curve(Output output, BoostingParameters parameters, int patience) {
    return new ValidatedFit(output, parameters, 1, patience).curve(FITTED, JUDGED);
  }

  /** Ratios between 1 and 2, by the first column, half a ratio to each side. */
  private static FeatureMatrix rows(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FeatureMatrix rows = new FeatureMatrix(2, count);
    for (int row = 0; row < count; row++) {
      float[] values = rows.values();
      int offset = rows.nextOffset();
      values[offset] = row % 2;
      values[offset + 1] = (float) random.nextDouble();
      double base = 5 + random.nextInt(20);
      rows.endRow(base, base * (0.5 + row % 2 + random.nextDouble()));
    }
    return rows;
  }
}

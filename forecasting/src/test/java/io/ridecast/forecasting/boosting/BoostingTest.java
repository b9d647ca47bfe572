package io.ridecast.forecasting.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.forecasting.features.FeatureList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoostingTest {
  private static final BoostingParameters PARAMETERS =
      new BoostingParameters(20, 0.3, 3, 5, 1, 1, 1, 32);
  private static final FeatureMatrix ROWS = rows(2_000);
  private static final RatioBoosters BOOSTERS =
      new BoostingRun(2, 1).fit(ROWS, PARAMETERS, PARAMETERS, done -> {});

  @Test
  void shouldLearnARatioAndItsSpread() {
    float[] low = BOOSTERS.predict(row(0), 1);
    float[] high = BOOSTERS.predict(row(1), 1);

    // Ratios are uniform around the first feature plus 1, half a ratio to each side.
    assertThat(low[0]).isBetween(0.9f, 1.1f);
    assertThat(high[0]).isBetween(1.85f, 2.15f);
    assertThat(low[1]).isBetween(0.5f, 0.75f);
    assertThat(low[3]).isBetween(1.25f, 1.5f);
  }

  @Test
  void shouldTakeNaNAsMissingAndNotAsZero() {
    float[] missing = row(Float.NaN);

    assertThat(BOOSTERS.predict(missing, 1)).doesNotContain(Float.NaN);
    // Missing rows were trained with a ratio of 5.
    assertThat(BOOSTERS.predict(missing, 1)[0]).isBetween(4f, 6f);
  }

  @Test
  void shouldSortQuantilesAndNeverGoBelowZero() {
    SplittableRandom random = new SplittableRandom(9);
    for (int index = 0; index < 200; index++) {
      float[] answers = BOOSTERS.predict(row((float) (4 * random.nextDouble() - 2)), 1);

      assertThat(answers[0]).isNotNegative();
      assertThat(answers[1]).isBetween(0f, answers[2]);
      assertThat(answers[3]).isGreaterThanOrEqualTo(answers[2]);
    }
  }

  @Test
  void shouldAnswerManyThreadsAlike() {
    float[] alone = BOOSTERS.predict(row(0.3f), 1);

    assertThat(IntStream.range(0, 400).parallel().mapToObj(index -> BOOSTERS.predict(row(0.3f), 1)))
        .allSatisfy(answers -> assertThat(answers).containsExactly(alone));
  }

  @Test
  void shouldNotDependOnTheNumberOfThreads() {
    RatioBoosters one = new BoostingRun(1, 1).fit(ROWS, PARAMETERS, PARAMETERS, done -> {});

    for (Output output : Output.all()) {
      assertThat(one.document(output)).isEqualTo(BOOSTERS.document(output));
    }
  }

  @Test
  void shouldTellItsProgressToTheEnd() {
    List<Double> progress = Collections.synchronizedList(new ArrayList<>());
    new BoostingRun(2, 1).fit(ROWS, PARAMETERS, PARAMETERS, progress::add);

    assertThat(progress).isSorted().endsWith(1.0);
  }

  @Test
  void shouldFitFewerRoundsThanItsSteps() {
    BoostingParameters few = new BoostingParameters(3, 0.3, 3, 5, 1, 1, 1, 32);

    assertThat(new BoostingRun(1, 1).fit(ROWS, few, few, done -> {}).predict(row(1), 1)).hasSize(4);
  }

  @Test
  void shouldRefuseRowsOfAnotherLength() {
    assertThatThrownBy(() -> BOOSTERS.predict(new float[3], 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(BOOSTERS.predict(new float[0], 0)).isEmpty();
  }

  @Test
  void shouldRefuseAMissingBooster() {
    assertThatThrownBy(() -> RatioBoosters.of(java.util.Map.of()))
        .isInstanceOf(MalformedBooster.class)
        .hasMessageContaining("mean");
  }

  @Test
  void shouldNameTheLibraryThatIsMissing() {
    assertThat(
            BoostingFailure.ofMissingLibrary(
                new UnsatisfiedLinkError("libgomp.so.1: no such file")))
        .hasMessageContaining("libgomp.so.1: no such file")
        .hasMessageContaining("install libgomp1");
  }

  @ParameterizedTest
  @CsvSource({"0,0.1,6,64", "10,0,6,64", "10,0.1,0,64", "10,0.1,6,1"})
  void shouldRefuseParametersThatCannotBe(int rounds, double eta, int depth, int bins) {
    assertThatThrownBy(() -> new BoostingParameters(rounds, eta, depth, 1, 1, 1, 1, bins))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"300, 100_000, 300", "300, 50_000, 150", "300, 400, 60", "10, 400, 10"})
  void shouldAskForSmallerLeavesWhereThereAreFewRows(double asked, String rows, double needed) {
    BoostingParameters fit =
        PARAMETERS.withMinChildWeight(asked).forRows(Integer.parseInt(rows.replace("_", "")));

    assertThat(fit).isEqualTo(PARAMETERS.withMinChildWeight(needed));
  }

  /** Leaves that need more rows than there are would leave a model that knows nothing. */
  @Test
  void shouldLearnFromFewRowsWhateverALeafNeeds() {
    BoostingParameters coarse = PARAMETERS.withMinChildWeight(5_000);

    RatioBoosters boosters = new BoostingRun(1, 1).fit(ROWS, coarse, coarse, done -> {});

    assertThat(boosters.predict(row(0.9f), 1)[2]).isGreaterThan(boosters.predict(row(0.1f), 1)[2]);
  }

  @Test
  void shouldRoundTheMedianAndKeepTheOrder() {
    RawForecast raw = RawForecast.of(2, new float[] {0, 0, 0, 0, 1.1f, 0.9f, 1.2f, 1.21f}, 1);

    assertThat(raw.median()).isEqualTo(2);
    assertThat(raw.low()).isEqualTo(2 * (double) 0.9f);
    assertThat(raw.high()).isEqualTo(2 * (double) 1.21f);
    assertThat(RawForecast.of(1, new float[] {1, 0.8f, 0.9f, 0.95f}, 0).high()).isEqualTo(1);
  }

  /** Sampled columns: one that says nothing must not take the place of one that does. */
  @ParameterizedTest
  @CsvSource({"NaN", "0", "7"})
  void shouldFitTheSameTreesBesideColumnsThatAreTheSameInAllRows(float same) {
    BoostingParameters sampled = new BoostingParameters(20, 0.3, 3, 5, 1, 0.5, 1, 32);
    FeatureMatrix narrow = random(3, same, 0, 1, 2);
    FeatureMatrix wide = random(6, same, 1, 3, 4);

    PlainTrees alone = PlainTrees.fit(narrow, sampled, 1);
    PlainTrees beside = PlainTrees.fit(wide, sampled, 1);

    for (int row = 0; row < 50; row++) {
      assertThat(beside.predict(wide.row(row), 1))
          .containsExactly(alone.predict(narrow.row(row), 1));
    }
  }

  @Test
  void shouldFitTheSameTreesBesideColumnsThatAreLeftOut() {
    BoostingParameters sampled = new BoostingParameters(20, 0.3, 3, 5, 1, 0.5, 1, 32);
    FeatureMatrix rows = random(4, 0, 0, 1, 2, 3);
    FeatureMatrix without = random(4, 0, 0, 1, 2, 3);
    for (int row = 0; row < without.rows(); row++) {
      without.values()[4 * row + 1] = 5;
    }

    rows.leaveOut(List.of(1));

    PlainTrees leftOut = PlainTrees.fit(rows.thinned(150), sampled, 1);
    PlainTrees same = PlainTrees.fit(without.thinned(150), sampled, 1);
    for (int row = 0; row < 50; row++) {
      assertThat(leftOut.predict(rows.row(row), 1)).containsExactly(same.predict(rows.row(row), 1));
    }
  }

  @Test
  void shouldFitWhereNoColumnVaries() {
    PlainTrees trees = PlainTrees.fit(random(2, Float.NaN), PARAMETERS, 1);

    assertThat(trees.predict(new float[] {Float.NaN, 1}, 1)[0]).isFinite();
  }

  /** Random values in some of the columns, and one value everywhere else. */
  private static FeatureMatrix random(int columns, float same, int... varying) {
    SplittableRandom random = new SplittableRandom(3);
    FeatureMatrix rows = new FeatureMatrix(columns, 200);
    for (int row = 0; row < 200; row++) {
      float[] values = rows.values();
      java.util.Arrays.fill(values, rows.nextOffset(), rows.nextOffset() + columns, same);
      float sum = 1;
      for (int column : varying) {
        values[rows.nextOffset() + column] = (float) random.nextDouble();
        sum += values[rows.nextOffset() + column];
      }
      rows.endRow(1, sum);
    }
    return rows;
  }

  private static FeatureMatrix rows(int count) {
    SplittableRandom random = new SplittableRandom(1);
    FeatureMatrix rows = new FeatureMatrix(10);
    for (int index = 0; index < count; index++) {
      boolean missing = index % 4 == 0;
      float feature = missing ? Float.NaN : (float) random.nextDouble();
      System.arraycopy(row(feature), 0, rows.values(), rows.nextOffset(), FeatureList.size());
      rows.endRow(2, 2 * (missing ? 5 : 0.5 + feature + random.nextDouble()));
    }
    return rows;
  }

  private static float[] row(float feature) {
    float[] row = new float[FeatureList.size()];
    row[0] = feature;
    return row;
  }
}

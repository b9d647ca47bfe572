package io.ridecast.forecasting.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.forecasting.features.FeatureList;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows whose ratio follows another feature at each span of leads. */
class LeadBoostersTest {
  private static final BoostingParameters PARAMETERS =
      new BoostingParameters(20, 0.3, 3, 5, 0.9, 0.5, 1, 32);
  private static final int ROWS_A_LEAD = 3_100;
  private static final int LEADS = 7;
  private static final RatioBoosters ALL = fit(lead -> true, ROWS_A_LEAD);

  /** To the last bit: nothing of another lead's rows or trees may come in. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7})
  void shouldAnswerALeadAsABoosterOfItsSpanAlone(int lead) {
    LeadSpan span = LeadSpan.ALL.stream().filter(each -> each.holds(lead)).findAny().orElseThrow();
    RatioBoosters alone = fit(span::holds, ROWS_A_LEAD);
    SplittableRandom random = new SplittableRandom(8);
    for (int index = 0; index < 200; index++) {
      float[] row = row(lead, random);

      assertThat(ALL.predict(row, 1)).containsExactly(alone.predict(row, 1));
    }
  }

  @Test
  void shouldHoldEachLeadInOneSpan() {
    for (int lead = 1; lead <= LEADS; lead++) {
      int asked = lead;
      assertThat(LeadSpan.ALL).filteredOn(span -> span.holds(asked)).hasSize(1);
    }
  }

  @Test
  void shouldHoldAsManyTreesAsRounds() {
    assertThat(new String(ALL.document(Output.P50), java.nio.charset.StandardCharsets.UTF_8))
        .contains("\"num_trees\":\"20\"");
  }

  /** A feature that the nearest lead alone depends on is important, and the gates are not. */
  @Test
  void shouldLeaveTheGatesOutOfTheImportance() {
    assertThat(FeatureImportance.of(ALL.document(Output.MEAN)))
        .hasEntrySatisfying(name(0), share -> assertThat(share).isLessThan(0.01))
        .hasEntrySatisfying(name(1), share -> assertThat(share).isGreaterThan(0.05));
  }

  /** Three spans of few rows each know less than one booster of all of them. */
  @Test
  void shouldFitFewRowsTogether() {
    RatioBoosters together = fit(lead -> true, 100);
    RatioBoosters nearest = fit(lead -> lead == 1, 100);
    SplittableRandom random = new SplittableRandom(8);
    float[] row = row(1, random);

    assertThat(together.predict(row, 1)).isNotEqualTo(nearest.predict(row, 1));
  }

  @Test
  void shouldNotJoinBoostersOfDifferentLengths() {
    byte[] shorter =
        new BoostingRun(1, 1)
            .fit(rows(lead -> lead == 2, 100), PARAMETERS.withRounds(8), PARAMETERS, done -> {})
            .document(Output.MEAN);

    assertThatThrownBy(
            () ->
                JoinedBooster.of(
                    LeadSpan.ALL.subList(0, 2), List.of(ALL.document(Output.MEAN), shorter)))
        .isInstanceOf(IOException.class);
  }

  private static String name(int column) {
    return FeatureList.features().get(column).name();
  }

  private static RatioBoosters fit(IntPredicate leads, int rowsALead) {
    return new BoostingRun(2, 1).fit(rows(leads, rowsALead), PARAMETERS, PARAMETERS, done -> {});
  }

  /** The same rows of a lead, whichever other leads there are. */
  private static FeatureMatrix rows(IntPredicate leads, int rowsALead) {
    FeatureMatrix rows = new FeatureMatrix(rowsALead * LEADS);
    for (int lead = 1; lead <= LEADS; lead++) {
      SplittableRandom random = new SplittableRandom(lead);
      for (int index = 0; index < rowsALead && leads.test(lead); index++) {
        float[] row = row(lead, random);
        System.arraycopy(row, 0, rows.values(), rows.nextOffset(), row.length);
        int says = lead == 1 ? 1 : lead <= 3 ? 2 : 3;
        rows.endRow(1 + random.nextInt(3), 2 * (0.5 + row[says]) * random.nextDouble());
      }
    }
    return rows;
  }

  /** Random values from 0 to 1 in three columns. */
  private static float[] row(int lead, SplittableRandom random) {
    float[] row = new float[FeatureList.size()];
    row[FeatureList.ofLead()] = lead;
    for (int column = 1; column <= 3; column++) {
      row[column] = (float) random.nextDouble();
    }
    return row;
  }
}

package io.ridecast.forecasting.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.ridecast.forecasting.boosting.FeatureMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColdRowsTest {
  private static final DemandPanel PANEL = SyntheticCity.panel(20, 480, 1);

  /** Histories are drawn, some dozens of them: one draw may be far off. */
  private static final int DRAWS = 16;

  /** Enough to learn from where rows are few, few where there are many. */
  @ParameterizedTest
  @CsvSource({"6_000, 300", "20_000, 600", "60_000, 1_200"})
  void shouldAddFewerToManyRows(String ordinary, String cold) {
    int most = Integer.parseInt(ordinary.replace("_", ""));
    int added = 0;
    for (int seed = 1; seed <= DRAWS; seed++) {
      FeatureMatrix rows = new TrainingRows(PANEL, most, seed).until(PANEL.last(), done -> {});
      int before = rows.rows();
      ColdRows.addTo(rows, PANEL, PANEL.last(), seed);
      added += rows.rows() - before;
    }

    assertThat((double) added / DRAWS)
        .isCloseTo(Double.parseDouble(cold.replace("_", "")), withinPercentage(15));
  }
}

package io.ridecast.forecasting.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.circumstances.Circumstances;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.SyntheticCity;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day that is missing or out of service is left out of everything; a zero is not. */
class MissingDaysTest {
  private static final DemandPanel PANEL = SyntheticCity.panel(3, 300, 5);
  private static final Community COMMUNITY = PANEL.catalogue().communities().get(1);

  /** A Sunday without holidays in the weeks before. */
  private static final LocalDate ORIGIN = LocalDate.of(2018, 7, 1);

  private static final float[] WEEK = {70, 70, 70, 70, 100, 190, 130};
  private static final DemandSeries STEADY = steady();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldMoveNeitherLevelsNorProfilesNorBases(long seed) {
    FeatureRows gaps = rows(withGaps(seed, Float.NaN));
    FeatureRows whole = rows(STEADY);

    for (int lead = 1; lead <= FeatureRows.LAST_LEAD; lead++) {
      assertThat(gaps.base(lead)).isCloseTo(whole.base(lead), withinPercentage(5));
      assertThat(value(gaps, lead, "profile"))
          .isCloseTo(value(whole, lead, "profile"), withinPercentage(5));
    }
    for (String level : new String[] {"level_3", "level_7", "level_14", "level_40"}) {
      assertThat(value(gaps, 1, level)).isCloseTo(1, withinPercentage(6));
    }
    assertThat(value(gaps, 1, "zero_share")).isZero();
    assertThat(value(gaps, 1, "known_days")).isLessThan(56);
  }

  /** What tells that the test above could fail. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldBeMovedByZeros(long seed) {
    FeatureRows zeros = rows(withGaps(seed, 0));

    assertThat(value(zeros, 1, "log_level")).isLessThan(value(rows(STEADY), 1, "log_level") - 0.1f);
    assertThat(value(zeros, 1, "zero_share")).isPositive();
  }

  @Test
  void shouldSayThatALagIsMissingAndTakeAnOlderOneForTheMean() {
    DemandSeries demand = STEADY.with(ORIGIN.minusDays(6), Float.NaN);

    assertThat(value(rows(demand), 1, "week_ago_1")).isNaN();
    assertThat(value(rows(demand), 1, "same_weekdays"))
        .isCloseTo(value(rows(STEADY), 1, "same_weekdays"), withinPercentage(1));
    assertThat(value(rows(STEADY.with(ORIGIN, Float.NaN)), 1, "surprise_0")).isNaN();
    assertThat(value(rows(STEADY.with(ORIGIN, Float.NaN)), 1, "surprise_1")).isNotNaN();
  }

  @Test
  void shouldTakeADayBeforeTheFirstAndAMissingOneAlike() {
    LocalDate first = ORIGIN.minusDays(100);
    long epochDay = first.toEpochDay();
    DemandSeries begun = DemandSeries.of(first, STEADY.window(epochDay, 101));
    DemandSeries missing = begun.with(first.minusDays(80), Float.NaN);

    for (int lead = 1; lead <= FeatureRows.LAST_LEAD; lead++) {
      assertThat(row(rows(missing), lead)).containsExactly(row(rows(begun), lead));
    }
  }

  private static DemandSeries withGaps(long seed, float instead) {
    SplittableRandom random = new SplittableRandom(seed);
    DemandSeries gaps = STEADY;
    for (int age = 0; age < 200; age++) {
      if (random.nextInt(4) == 0) {
        gaps = gaps.with(ORIGIN.minusDays(age), instead);
      }
    }
    return gaps;
  }

  /** Weeks of Monday to Sunday, ending on the origin. */
  private static DemandSeries steady() {
    float[] rides = new float[280];
    for (int age = 0; age < rides.length; age++) {
      rides[rides.length - 1 - age] = WEEK[6 - age % 7];
    }
    return DemandSeries.of(ORIGIN.minusDays(rides.length - 1L), rides);
  }

  private static FeatureRows rows(DemandSeries demand) {
    return new FeatureRows(COMMUNITY, demand, CityState.at(ORIGIN, STEADY, Circumstances.usual()));
  }

  private static float value(FeatureRows rows, int lead, String feature) {
    int position = FeatureList.features().stream().map(Feature::name).toList().indexOf(feature);
    return row(rows, lead)[position];
  }

  private static float[] row(FeatureRows rows, int lead) {
    float[] row = new float[FeatureList.size()];
    rows.fill(lead, row, 0);
    return row;
  }
}

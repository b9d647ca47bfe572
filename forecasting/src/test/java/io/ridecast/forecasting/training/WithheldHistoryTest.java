package io.ridecast.forecasting.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.calibration.ColdCalibration;
import io.ridecast.forecasting.series.ColdStart;
import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WithheldHistoryTest {
  private static final LocalDate ORIGIN = SyntheticCity.FIRST.plusDays(299);
  private static final DemandSeries DEMAND =
      SyntheticCity.demand(1, 310, 3).values().iterator().next();

  @Test
  void shouldLeaveFewDaysOfEveryGroupAlike() {
    SplittableRandom random = new SplittableRandom(1);
    int[] groups = new int[ColdCalibration.GROUPS + 1];
    int reopened = 0;
    for (int draw = 0; draw < 3_000; draw++) {
      DemandSeries few = WithheldHistory.of(DEMAND, ORIGIN, random);
      int known = ColdStart.knownDays(few, ORIGIN);

      assertThat(ColdStart.is(known)).isTrue();
      groups[ColdCalibration.group(known)]++;
      reopened += few.until(ORIGIN).known() > known ? 1 : 0;
    }
    for (int group = 1; group < groups.length; group++) {
      assertThat(groups[group]).isBetween(900, 1_100);
    }
    assertThat(reopened).isBetween(850, 1_150);
  }

  @Test
  void shouldLeaveTheLastDaysAsTheyWere() {
    DemandSeries few = WithheldHistory.lastDays(DEMAND, ORIGIN, 5);

    assertThat(few.until(ORIGIN).known()).isEqualTo(5);
    for (int age = 0; age < 5; age++) {
      assertThat(few.at(ORIGIN.minusDays(age))).isEqualTo(DEMAND.at(ORIGIN.minusDays(age)));
    }
    assertThat(WithheldHistory.lastDays(DEMAND, ORIGIN, 10_000)).isEqualTo(DEMAND);
  }

  @Test
  void shouldLeaveWhatLayBeforeAClosure() {
    DemandSeries again = WithheldHistory.reopened(DEMAND, ORIGIN, 5, 90);

    assertThat(again.until(ORIGIN).known()).isEqualTo(DEMAND.until(ORIGIN).known() - 90);
    assertThat(again.at(ORIGIN.minusDays(4))).isEqualTo(DEMAND.at(ORIGIN.minusDays(4)));
    assertThat(again.at(ORIGIN.minusDays(5))).isNaN();
    assertThat(again.at(ORIGIN.minusDays(94))).isNaN();
    assertThat(again.at(ORIGIN.minusDays(95))).isEqualTo(DEMAND.at(ORIGIN.minusDays(95)));
  }
}

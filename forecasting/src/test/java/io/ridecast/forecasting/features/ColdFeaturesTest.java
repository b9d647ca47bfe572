package io.ridecast.forecasting.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.circumstances.Circumstances;
import io.ridecast.forecasting.series.ColdStart;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.SyntheticCity;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the base level of a community with few known days rests on. */
class ColdFeaturesTest {
  private static final DemandPanel PANEL = SyntheticCity.panel(3, 400, 5);
  private static final LocalDate ORIGIN = SyntheticCity.FIRST.plusDays(350);
  private static final Community COMMUNITY = PANEL.catalogue().communities().get(40);
  private static final CityState CITY = CityState.at(ORIGIN, PANEL.city(), Circumstances.usual());

  /** Its neighbours have a tenth of the city's rides. */
  private static final CityShares SHARES =
      new CityShares(List.of(new CommunityShare(2, 41.9, -87.65, 0.1)));

  private static final double NEIGHBOURS = 0.1 * CITY.series().level();

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7})
  void shouldRestOnTheNeighboursWithoutAnyKnownDay(int lead) {
    FeatureRows rows = rows(DemandSeries.of(ORIGIN, Float.NaN));

    assertThat(rows.knownDays()).isZero();
    assertThat(rows.hasLevel()).isTrue();
    assertThat(rows.base(lead))
        .isCloseTo(NEIGHBOURS * CITY.series().profile(lead), withinPercentage(1));
  }

  @Test
  void shouldMoveFromTheNeighboursToItsOwnDays() {
    double own = 4 * NEIGHBOURS;
    double last = NEIGHBOURS;
    for (int days : new int[] {1, 3, 7, 13}) {
      double level = level(days, own);

      assertThat(level).isGreaterThan(last).isLessThan(1.05 * own);
      last = level;
    }
  }

  @Test
  void shouldNotJumpWhenTheColdStartEnds() {
    double own = 4 * NEIGHBOURS;
    int last = ColdStart.SEASONED_DAYS - 1;

    assertThat(level(last, own)).isCloseTo(level(last + 1, own), withinPercentage(2));
  }

  @Test
  void shouldNotListenToNeighboursWithEnoughKnownDays() {
    float[] rides = new float[ColdStart.SEASONED_DAYS];
    Arrays.fill(rides, 3);
    DemandSeries demand = DemandSeries.of(ORIGIN.minusDays(rides.length - 1L), rides);

    assertThat(row(rows(demand))).containsExactly(row(new FeatureRows(COMMUNITY, demand, CITY)));
  }

  @Test
  void shouldRestOnTheNeighboursMoreThanOnWhatWasMonthsAgo() {
    float[] rides = new float[200];
    Arrays.fill(rides, (float) (50 * NEIGHBOURS));
    Arrays.fill(rides, 80, 200, Float.NaN);
    FeatureRows rows = rows(DemandSeries.of(ORIGIN.minusDays(199), rides));

    assertThat(rows.knownDays()).isZero();
    assertThat(rows.base(1)).isBetween(0.5 * NEIGHBOURS, 5 * NEIGHBOURS);
  }

  @Test
  void shouldRestOnItsOwnDaysAloneWithoutNeighbours() {
    DemandSeries demand = DemandSeries.of(ORIGIN, 4);

    assertThat(row(new FeatureRows(COMMUNITY, demand, CITY, CityShares.none())))
        .containsExactly(row(new FeatureRows(COMMUNITY, demand, CITY)));
  }

  /** The mean base of a week with so many days at {@code own}. */
  private static double level(int days, double own) {
    float[] rides = new float[days];
    Arrays.fill(rides, (float) own);
    FeatureRows rows = rows(DemandSeries.of(ORIGIN.minusDays(days - 1L), rides));
    double sum = 0;
    for (int lead = 1; lead <= 7; lead++) {
      sum += rows.base(lead);
    }
    return sum / 7;
  }

  private static FeatureRows rows(DemandSeries demand) {
    return new FeatureRows(COMMUNITY, demand, CITY, SHARES);
  }

  private static float[] row(FeatureRows rows) {
    float[] row = new float[FeatureList.size()];
    rows.fill(2, row, 0);
    return row;
  }
}

package io.ridecast.forecasting.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.ridecast.forecasting.holidays.EventCalendar;
import io.ridecast.forecasting.holidays.HolidayCalendar;
import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesStateTest {
  /** A Sunday; no holiday lies in the weeks before it but Juneteenth, which 2018 did not know. */
  private static final LocalDate ORIGIN = LocalDate.of(2018, 7, 1);

  private static final float[] WEEK = {70, 70, 70, 70, 100, 190, 130};

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void shouldReproduceASteadyWeek(int lead) {
    SeriesState state = state(steady(200));

    assertThat(state.base(lead)).isCloseTo(WEEK[(lead - 1) % 7], withinPercentage(1));
    assertThat(state.level()).isCloseTo(100, withinPercentage(1));
    assertThat(state.profile(lead)).isCloseTo(WEEK[(lead - 1) % 7] / 100, withinPercentage(1));
  }

  @Test
  void shouldNotTakeMissingDaysForZeros() {
    float[] rides = steady(200);
    for (int day = 60; day < 90; day++) {
      rides[day] = Float.NaN;
    }
    rides[199 - 6] = Float.NaN;
    rides[199] = Float.NaN;

    SeriesState state = state(rides);

    assertThat(state.level()).isCloseTo(100, withinPercentage(1));
    assertThat(state.base(1)).isCloseTo(70, withinPercentage(1));
    assertThat(state.zeroShare(28)).isZero();
    assertThat(state.known(28)).isEqualTo(26);
  }

  @Test
  void shouldLeaveHolidaysOutOfLevelsAndSameWeekdays() {
    DemandSeries demand =
        DemandSeries.of(ORIGIN.minusDays(199), steady(200)).with(LocalDate.of(2018, 5, 28), 1000);
    OriginDays days = days(LocalDate.of(2018, 6, 24));

    SeriesState state = SeriesState.of(demand, days, WeekdayProfile.flat(), 1e-6);

    assertThat(state.sameWeekdayMean(1)).isCloseTo(70, withinPercentage(1));
    assertThat(state.level()).isCloseTo(100, withinPercentage(1));
  }

  @Test
  void shouldFloorTheBaseOfACommunityWithoutRides() {
    assertThat(state(new float[100]).base(1)).isEqualTo(0.05);
  }

  @Test
  void shouldFloorTheBaseOfACommunityWithoutKnownDays() {
    assertThat(state(new float[] {Float.NaN}).base(3)).isEqualTo(0.05);
    assertThat(state(new float[] {Float.NaN}).level()).isNaN();
  }

  @Test
  void shouldFollowAJumpFasterWithAShorterHalfLife() {
    float[] rides = steady(200);
    for (int day = 193; day < 200; day++) {
      rides[day] *= 2;
    }
    SeriesState state = state(rides);

    for (int index = 1; index < SeriesState.HALF_LIVES.length; index++) {
      assertThat(state.level(index)).isLessThan(state.level(index - 1));
    }
    assertThat(state.level(2)).isCloseTo(150, within(1.0));
  }

  @Test
  void shouldShrinkTheProfileOfFewRidesToThePrior() {
    float[] sparse = new float[200];
    for (int day = 0; day < 200; day += 50) {
      sparse[day] = 1;
    }
    WeekdayProfile city =
        WeekdayProfile.of(reversed(steady(200)), days(ORIGIN), WeekdayProfile.flat(), 1e-6);

    WeekdayProfile profile = WeekdayProfile.of(reversed(sparse), days(ORIGIN), city, 30);

    assertThat(profile.factor(5)).isCloseTo(1.9, within(0.1));
    assertThat(city.factor(5)).isCloseTo(1.9, withinPercentage(1));
  }

  @Test
  void shouldMeasureDispersionAgainstAPoissonCount() {
    assertThat(state(steady(200)).dispersion(28)).isCloseTo(0, within(0.01));
  }

  private static SeriesState state(float[] rides) {
    DemandSeries demand = DemandSeries.of(ORIGIN.minusDays(rides.length - 1L), rides);
    return SeriesState.of(demand, days(ORIGIN), WeekdayProfile.flat(), 1e-6);
  }

  private static OriginDays days(LocalDate origin) {
    return new OriginDays(
        origin.toEpochDay(), HolidayCalendar.unitedStates(), EventCalendar.none().cityWide());
  }

  /** Weeks of Monday to Sunday, ending on the origin's Sunday. */
  private static float[] steady(int days) {
    float[] rides = new float[days];
    for (int age = 0; age < days; age++) {
      rides[days - 1 - age] = WEEK[6 - age % 7];
    }
    return rides;
  }

  private static float[] reversed(float[] rides) {
    float[] byAge = new float[OriginDays.WINDOW];
    java.util.Arrays.fill(byAge, Float.NaN);
    for (int age = 0; age < rides.length; age++) {
      byAge[age] = rides[rides.length - 1 - age];
    }
    return byAge;
  }
}

package io.ridecast.predictor.horizon;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.ForecastTrigger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastRuleTest {
  private static final LocalDate D = LocalDate.of(2020, 9, 10);
  private static final Need NOTHING = new Need.Nothing();
  private static final Need PATIENCE = new Need.Patience();

  /** 02:00 on the day after D: D is due. */
  private static final String D_IS_DUE = "2020-09-11T07:00:00Z";

  private boolean loading;
  private boolean caughtUp = true;
  private boolean city = true;
  private Optional<String> model = Optional.of("1");
  private Optional<LocalDate> newest = Optional.of(D);
  private Optional<CurrentForecast> current = Optional.of(forecast(D, 1, "1", false));
  private boolean revised;

  @Test
  void shouldLeaveAForecastThatStandsAlone() {
    assertThat(need(D_IS_DUE, true)).isEqualTo(NOTHING);
  }

  @Test
  void shouldForecastTheFirstOrigin() {
    current = Optional.empty();

    assertThat(need(D_IS_DUE, true)).isEqualTo(make(ForecastTrigger.DATA, D, 1));
  }

  @Test
  void shouldForecastANewlyClosedDay() {
    current = Optional.of(forecast(D.minusDays(1), 2, "1", false));

    assertThat(need(D_IS_DUE, true)).isEqualTo(make(ForecastTrigger.DATA, D, 1));
  }

  @Test
  void shouldHaveNothingToForecastWithoutAnyClosedDay() {
    newest = Optional.empty();
    current = Optional.empty();

    assertThat(need(D_IS_DUE, true)).isEqualTo(NOTHING);
  }

  @Test
  void shouldOnlyMarkClosesWhileLoading() {
    current = Optional.empty();
    loading = true;

    assertThat(need(D_IS_DUE, false)).isEqualTo(NOTHING);
  }

  @Test
  void shouldOnlyMarkClosesUntilCaughtUp() {
    current = Optional.empty();
    caughtUp = false;

    assertThat(need(D_IS_DUE, false)).isEqualTo(NOTHING);
  }

  @Test
  void shouldWaitForTheCityAndThenGoWithout() {
    current = Optional.empty();
    city = false;

    assertThat(need(D_IS_DUE, true)).isEqualTo(PATIENCE);
    assertThat(need(D_IS_DUE, false)).isEqualTo(make(ForecastTrigger.DATA, D, 1));
  }

  @Test
  void shouldWaitForTheCloseThatTheClockSaysIsDue() {
    current = Optional.of(forecast(D.minusDays(1), 1, "1", false));

    assertThat(need("2020-09-12T07:00:00Z", true)).isEqualTo(PATIENCE);
    assertThat(need("2020-09-12T07:00:00Z", false)).isEqualTo(make(ForecastTrigger.DATA, D, 2));
  }

  @Test
  void shouldWaitForTheClockThatTheCloseHasMoved() {
    current = Optional.of(forecast(D.minusDays(1), 1, "1", false));

    assertThat(need("2020-09-11T03:00:00Z", true)).isEqualTo(PATIENCE);
    assertThat(need("2020-09-11T03:00:00Z", false)).isEqualTo(make(ForecastTrigger.DATA, D, 1));
  }

  @Test
  void shouldForecastARevision() {
    revised = true;

    assertThat(need(D_IS_DUE, true)).isEqualTo(make(ForecastTrigger.REVISION, D, 1));
  }

  @Test
  void shouldLetARevisionGoInTheForecastOfANewDay() {
    current = Optional.of(forecast(D.minusDays(1), 1, "1", false));
    revised = true;

    assertThat(need(D_IS_DUE, true)).isEqualTo(make(ForecastTrigger.DATA, D, 1));
  }

  @Test
  void shouldForecastWithANewModelOnTheSameOrigin() {
    model = Optional.of("2");

    assertThat(need("2020-09-11T12:00:00Z", true)).isEqualTo(make(ForecastTrigger.MODEL, D, 1));
  }

  @Test
  void shouldForecastWithANewModelBeforeTheDayThatIsWaitedFor() {
    model = Optional.of("2");
    newest = Optional.of(D.plusDays(1));
    city = false;

    assertThat(need(D_IS_DUE, true)).isEqualTo(make(ForecastTrigger.MODEL, D, 1));
  }

  @Test
  void shouldForecastWithANewModelAlsoWhileMoreHistoryLoads() {
    model = Optional.of("2");
    loading = true;

    assertThat(need(D_IS_DUE, true)).isEqualTo(make(ForecastTrigger.MODEL, D, 1));
  }

  @Test
  void shouldHaveNothingForANewModelToReplaceBeforeTheFirstForecast() {
    model = Optional.of("2");
    current = Optional.empty();
    loading = true;

    assertThat(need(D_IS_DUE, true)).isEqualTo(NOTHING);
  }

  @Test
  void shouldKeepAModelsForecastWhenOnlyTheFallbackIsLeft() {
    model = Optional.empty();

    assertThat(need(D_IS_DUE, true)).isEqualTo(NOTHING);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-09-11T05:00:00Z,1", // the first day of the horizon has just begun
    "2020-09-12T04:59:59Z,1", // it ends in a second
  })
  void shouldKeepAForecastUntilItsFirstDayEnds(Instant now, int firstLead) {
    current = Optional.of(forecast(D, firstLead, "1", false));

    assertThat(need(now.toString(), false)).isEqualTo(NOTHING);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-09-12T05:00:00Z,1,2",
    "2020-09-13T05:00:00Z,2,3",
    "2020-09-14T05:00:00Z,3,4",
    "2020-09-15T05:00:00Z,4,5"
  })
  void shouldGoOnWithLaterLeadsAtMidnight(Instant now, int before, int after) {
    current = Optional.of(forecast(D, before, "1", true));

    assertThat(need(now.toString(), false)).isEqualTo(make(ForecastTrigger.CALENDAR, D, after));
  }

  @Test
  void shouldLeaveTheLastLeadsExpired() {
    current = Optional.of(forecast(D, 5, "1", true));

    assertThat(need("2020-09-16T05:00:00Z", false)).isEqualTo(NOTHING);
    assertThat(need("2020-10-16T05:00:00Z", false)).isEqualTo(NOTHING);
  }

  @Test
  void shouldDropMissedMidnights() {
    assertThat(need("2020-09-14T05:00:00Z", false)).isEqualTo(make(ForecastTrigger.CALENDAR, D, 4));
  }

  @Test
  void shouldNotWaitAtMidnightForACloseThatIsNotDue() {
    assertThat(need("2020-09-12T05:00:00Z", true)).isEqualTo(make(ForecastTrigger.CALENDAR, D, 2));
  }

  @Test
  void shouldWaitForADueCloseBeforeItGoesOnByCalendar() {
    assertThat(need("2020-09-12T07:00:00Z", true)).isEqualTo(PATIENCE);
  }

  @Test
  void shouldKeepSilentAtMidnightWhileLoading() {
    loading = true;

    assertThat(need("2020-09-12T05:00:00Z", false)).isEqualTo(NOTHING);
  }

  @Test
  void shouldSayOnceThatAForecastHasTurnedStale() {
    current = Optional.of(forecast(D, 2, "1", false));
    assertThat(need("2020-09-12T07:29:59Z", false)).isEqualTo(NOTHING);
    assertThat(need("2020-09-12T07:30:00Z", false)).isEqualTo(make(ForecastTrigger.CALENDAR, D, 2));

    current = Optional.of(forecast(D, 2, "1", true));
    assertThat(need("2020-09-12T07:30:00Z", false)).isEqualTo(NOTHING);
  }

  @ParameterizedTest
  @CsvSource({"0,true", "27,true", "28,false", "-1,false"})
  void shouldKnowWhichDaysBearOnAForecast(int daysBack, boolean bears) {
    Standing standing = new Standing(newest, current, false);

    assertThat(standing.bears(D.minusDays(daysBack))).isEqualTo(bears);
  }

  @Test
  void shouldFindNoDayBearingBeforeTheFirstForecast() {
    assertThat(new Standing(newest, Optional.empty(), false).bears(D)).isFalse();
  }

  private Need need(String now, boolean patient) {
    return ForecastRule.decide(
        new Standing(newest, current, revised),
        new Outlook(
            BusinessMomentTest.at(Instant.parse(now)), loading, caughtUp, model, day -> city),
        patient);
  }

  private static Need make(ForecastTrigger trigger, LocalDate origin, int firstLead) {
    return new Need.NewForecast(trigger, new Horizon(origin, firstLead));
  }

  private static CurrentForecast forecast(
      LocalDate origin, int firstLead, String version, boolean overdue) {
    return new CurrentForecast(new Horizon(origin, firstLead), version, overdue);
  }
}

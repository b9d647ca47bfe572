package io.ridecast.feed.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.ServiceDay;
import io.ridecast.forecasting.weather.KnownWeather;
import io.ridecast.forecasting.weather.WeatherHistory;
import io.ridecast.forecasting.weather.WeatherMeasures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedWeatherTest {
  private static final long SEED = 77;
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
  private static final int DAYS = 2 * 365;
  private static final ServiceDay LOCAL = Catalogue.chicago().serviceDay();
  private static final WeatherHistory HISTORY =
      WeatherHistory.of(new SimulatedWeather(SEED, LOCAL).issuedOn(FIRST, FIRST.plusDays(DAYS)));
  private static final KnownWeather OBSERVED = HISTORY.before(Instant.MAX);

  @Test
  void shouldBeColdInJanuaryAndHotInJuly() {
    assertThat(mean(LocalDate.of(2022, 1, 1), 31)).isCloseTo(1, within(4.0));
    assertThat(mean(LocalDate.of(2022, 7, 1), 31)).isCloseTo(28.5, within(3.0));
  }

  @Test
  void shouldRainWhereTheCityRidesLess() {
    CityWeather weather = new CityWeather(SEED);
    int wet = 0;
    for (int day = 0; day < DAYS; day++) {
      boolean rains = OBSERVED.of(FIRST.toEpochDay() + day).precipitation() > 0;
      assertThat(rains).isEqualTo(weather.rains(FIRST.plusDays(day)));
      wet += rains ? 1 : 0;
    }
    assertThat((double) wet / DAYS).isCloseTo(0.21, within(0.04));
  }

  @Test
  void shouldHaveSnowInWinterAlone() {
    double winter = 0;
    for (int day = 0; day < 59; day++) {
      winter += OBSERVED.of(FIRST.toEpochDay() + day).snow();
      assertThat(OBSERVED.of(LocalDate.of(2022, 6, 1).toEpochDay() + day).snow()).isZero();
    }
    assertThat(winter).isPositive();
  }

  /** About what weather services reach: 1.4 degrees for tomorrow, 2.8 in a week. */
  @ParameterizedTest
  @CsvSource({"1,1.4", "3,2", "7,2.8"})
  void shouldErrMoreTheFurtherItLooks(int lead, double degrees) {
    double squares = 0;
    for (int day = 10; day < DAYS; day++) {
      WeatherMeasures forecast = knownAt(day - lead).of(FIRST.toEpochDay() + day);
      double error = forecast.tmax() - OBSERVED.of(FIRST.toEpochDay() + day).tmax();
      squares += error * error;
    }
    assertThat(Math.sqrt(squares / (DAYS - 10))).isCloseTo(degrees, within(0.25));
  }

  @Test
  void shouldForeseeMostRainAndSomeThatDoesNotCome() {
    int hits = 0;
    int misses = 0;
    int falseAlarms = 0;
    for (int day = 10; day < DAYS; day++) {
      boolean forecast = knownAt(day - 1).of(FIRST.toEpochDay() + day).precipitation() > 0;
      boolean came = OBSERVED.of(FIRST.toEpochDay() + day).precipitation() > 0;
      hits += forecast && came ? 1 : 0;
      misses += !forecast && came ? 1 : 0;
      falseAlarms += forecast && !came ? 1 : 0;
    }
    assertThat((double) hits / (hits + misses)).isBetween(0.65, 0.9);
    assertThat((double) falseAlarms / (hits + falseAlarms)).isBetween(0.1, 0.4);
  }

  @Test
  void shouldIssueInOrderEachReportOnce() {
    SimulatedWeather weather = new SimulatedWeather(SEED, LOCAL);
    Instant start = LOCAL.start(LocalDate.of(2024, 3, 9));
    Instant end = LOCAL.end(LocalDate.of(2024, 3, 11));

    List<Instant> dayByDay =
        LOCAL
            .of(start)
            .datesUntil(LocalDate.of(2024, 3, 12))
            .flatMap(day -> weather.issuedBetween(LOCAL.start(day), LOCAL.end(day)).stream())
            .map(report -> report.getIssuedAt())
            .toList();

    assertThat(dayByDay).isSorted().hasSize(3 * (SimulatedWeather.DAYS_AHEAD + 1));
    assertThat(weather.issuedBetween(start, end))
        .extracting(report -> report.getIssuedAt())
        .isEqualTo(dayByDay);
  }

  private static KnownWeather knownAt(int day) {
    return HISTORY.before(LOCAL.end(FIRST.plusDays(day)));
  }

  private static double mean(LocalDate first, int days) {
    double sum = 0;
    for (int day = 0; day < days; day++) {
      sum += OBSERVED.of(first.toEpochDay() + day).tmax();
    }
    return sum / days;
  }
}

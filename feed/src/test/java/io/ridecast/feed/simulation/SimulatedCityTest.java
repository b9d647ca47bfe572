package io.ridecast.feed.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ridecast.records.Ride;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The facts that the simulated city is calibrated on, found again in its rides. */
class SimulatedCityTest {
  private static final LocalDate FIRST = LocalDate.parse("2023-05-01");
  private static final int DAYS = 400;
  private static final SimulatedCity CITY =
      new SimulatedCity("rides", 77, SimulatedCity.DEFAULT_RIDES_PER_DAY);

  private static final Map<LocalDate, Integer> BY_DAY = new HashMap<>();
  private static final Map<String, Integer> BY_AREA = new HashMap<>();
  private static final int[] BY_HOUR = new int[24];
  private static int reports;
  private static int late;
  private static int twice;
  private static int tooEarly;
  private static int underAMinute;

  @BeforeAll
  static void rideForAYear() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < DAYS; i++) {
      LocalDate date = FIRST.plusDays(i);
      CITY.day(date, (ride, arrivesAt) -> count(date, ride, arrivesAt, ids.add(ride.getRideId())));
    }
  }

  private static void count(LocalDate date, Ride ride, long arrivesAt, boolean first) {
    reports++;
    if (!first) {
      twice++;
      return;
    }
    BY_DAY.merge(date, 1, Integer::sum);
    BY_AREA.merge(ride.getCommunity(), 1, Integer::sum);
    BY_HOUR[ride.getStartedAt().atZone(CITY.days().zone()).getHour()]++;
    late += arrivesAt - ride.getStartedAt().toEpochMilli() >= 3_600_000 ? 1 : 0;
    long seconds = Duration.between(ride.getStartedAt(), ride.getEndedAt()).toSeconds();
    tooEarly += seconds < 0 ? 1 : 0;
    underAMinute += seconds >= 0 && seconds < 60 ? 1 : 0;
  }

  @Test
  void shouldRideAboutAMillionTimesIn400Days() {
    assertThat(reports).isBetween(800_000, 1_200_000);
  }

  @ParameterizedTest
  @CsvSource({"6,.158", "7,.128", "24,.0975", "28,.052", "76,.00002"})
  void shouldStartWhereChicagoStarts(String area, double share) {
    assertThat((double) BY_AREA.getOrDefault(area, 0) / rides())
        .isCloseTo(share, within(0.1 * share + 0.0001));
  }

  @Test
  void shouldHoldMostRidesInTenAreasAndHardlyAnyInTwelve() {
    List<Integer> areas = new ArrayList<>(BY_AREA.values());
    areas.sort(Comparator.reverseOrder());

    int top = areas.stream().limit(10).mapToInt(Integer::intValue).sum();
    assertThat((double) top / rides()).isCloseTo(0.64, within(0.03));
    assertThat(BY_AREA).hasSizeBetween(76, 78);
    assertThat(areas.stream().filter(count -> count < 5 * DAYS / 2.05).count()).isBetween(10L, 14L);
  }

  @Test
  void shouldLackTheAreaAsRarelyAsIn2020() {
    assertThat((double) BY_AREA.get("") / rides()).isCloseTo(0.0014, within(0.0003));
  }

  @Test
  void shouldRideMostOnSaturdays() {
    Map<DayOfWeek, Double> index = weekdayIndex();

    assertThat(index.get(DayOfWeek.MONDAY)).isCloseTo(0.84, within(0.09));
    assertThat(index.get(DayOfWeek.WEDNESDAY)).isCloseTo(0.88, within(0.09));
    assertThat(index.get(DayOfWeek.FRIDAY)).isCloseTo(1.10, within(0.1));
    assertThat(index.get(DayOfWeek.SATURDAY)).isCloseTo(1.34, within(0.12));
    assertThat(index.get(DayOfWeek.SUNDAY)).isCloseTo(1.05, within(0.1));
  }

  @Test
  void shouldFallInWinterToAnEighthOfTheSummer() {
    double summer = mean(LocalDate.parse("2023-07-08"), 42);
    double winter = mean(LocalDate.parse("2024-01-08"), 42);

    assertThat(winter / summer).isBetween(0.08, 0.19);
  }

  @Test
  void shouldRideLittleByNightAndMuchInTheEvening() {
    int night = BY_HOUR[2] + BY_HOUR[3] + BY_HOUR[4];
    int evening = BY_HOUR[16] + BY_HOUR[17] + BY_HOUR[18];

    assertThat(evening).isGreaterThan(10 * night);
    assertThat(night).isPositive();
  }

  @Test
  void shouldShowTheFlawsOfARealFeed() {
    assertThat((double) late / rides()).isCloseTo(0.003, within(0.0006));
    assertThat((double) twice / rides()).isCloseTo(0.002, within(0.0005));
    assertThat((double) tooEarly / rides()).isCloseTo(0.0003, within(0.0002));
    assertThat((double) underAMinute / rides()).isBetween(0.0005, 0.03);
  }

  @Test
  void shouldScatterMoreThanPoisson() {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < DAYS; i++) {
      LocalDate date = FIRST.plusDays(i);
      ratios.add(BY_DAY.get(date) / CITY.expected(date));
    }

    double mean = ratios.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    assertThat(mean).isCloseTo(1, within(0.01));
    double poisson = 1 / (rides() / (double) DAYS);
    double variance =
        ratios.stream().mapToDouble(ratio -> (ratio - 1) * (ratio - 1)).average().orElseThrow();
    assertThat(variance).isGreaterThan(2 * poisson);
  }

  @Test
  void shouldHaveWeatherThatLasts() {
    CityWeather weather = new CityWeather(5);
    int days = 4_000;
    double[] factors = new double[days];
    for (int i = 0; i < days; i++) {
      factors[i] = Math.log(weather.factor(FIRST.plusDays(i)));
    }

    double mean = DoubleStream.of(factors).average().orElseThrow();
    double variance = 0;
    double next = 0;
    for (int i = 1; i < days; i++) {
      variance += (factors[i] - mean) * (factors[i] - mean);
      next += (factors[i] - mean) * (factors[i - 1] - mean);
    }
    assertThat(next / variance).isBetween(0.35, 0.7);
    assertThat(Math.sqrt(variance / days)).isBetween(0.2, 0.35);
    assertThat(DoubleStream.of(factors).map(Math::exp).average().orElseThrow())
        .isCloseTo(1, within(0.05));
  }

  @Test
  void shouldMakeAnyDayAgainOnItsOwn() {
    LocalDate date = LocalDate.parse("2024-03-10");

    assertThat(rides(new SimulatedCity("rides", 77, 2_500), date)).isEqualTo(rides(CITY, date));
    assertThat(rides(new SimulatedCity("rides", 78, 2_500), date)).isNotEqualTo(rides(CITY, date));
  }

  @ParameterizedTest
  @CsvSource({"2024-03-10,23", "2023-11-05,25", "2024-06-04,24"})
  void shouldKeepToTheLocalDayWhereTheClocksChange(LocalDate date, int hours) {
    Instant start = CITY.days().start(date);

    assertThat(rides(CITY, date))
        .isNotEmpty()
        .allMatch(ride -> CITY.dayOf(ride.getStartedAt()).equals(date));
    assertThat(Duration.between(start, CITY.days().end(date))).isEqualTo(Duration.ofHours(hours));
  }

  @ParameterizedTest
  @CsvSource({
    "2023-05-29,1.25",
    "2023-05-22,1",
    "2023-07-04,1.3",
    "2023-09-04,1.2",
    "2023-11-23,.4",
    "2023-11-24,.8",
    "2023-11-30,1",
    "2023-12-25,.35",
    "2024-01-01,.55",
  })
  void shouldKnowTheHolidays(LocalDate date, double factor) {
    assertThat(UnitedStatesHolidays.factor(date)).isEqualTo(factor);
  }

  @Test
  void shouldGrowFromYearToYear() {
    double before = 0;
    double after = 0;
    for (int i = 0; i < 728; i++) {
      before += CITY.expected(LocalDate.parse("2018-01-01").plusDays(i));
      after += CITY.expected(LocalDate.parse("2022-01-01").plusDays(i));
    }

    assertThat(after / before).isCloseTo(Math.pow(1.2, 4), within(0.25));
  }

  private static List<Ride> rides(SimulatedCity city, LocalDate date) {
    List<Ride> rides = new ArrayList<>();
    city.day(date, (ride, arrivesAt) -> rides.add(ride));
    return rides;
  }

  private static int rides() {
    return reports - twice;
  }

  private static double mean(LocalDate first, int days) {
    double sum = 0;
    for (int i = 0; i < days; i++) {
      sum += BY_DAY.get(first.plusDays(i));
    }
    return sum / days;
  }

  /** Each weekday's mean ratio to the week around it, so that the season does not matter. */
  private static Map<DayOfWeek, Double> weekdayIndex() {
    Map<DayOfWeek, Double> sums = new EnumMap<>(DayOfWeek.class);
    Map<DayOfWeek, Integer> counts = new EnumMap<>(DayOfWeek.class);
    for (int i = 3; i < DAYS - 3; i++) {
      LocalDate date = FIRST.plusDays(i);
      sums.merge(date.getDayOfWeek(), BY_DAY.get(date) / mean(date.minusDays(3), 7), Double::sum);
      counts.merge(date.getDayOfWeek(), 1, Integer::sum);
    }
    Map<DayOfWeek, Double> index = new EnumMap<>(DayOfWeek.class);
    sums.forEach((day, sum) -> index.put(day, sum / counts.get(day)));
    return index;
  }
}

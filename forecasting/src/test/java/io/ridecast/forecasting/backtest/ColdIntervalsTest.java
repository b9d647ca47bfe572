package io.ridecast.forecasting.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.SyntheticCity;
import io.ridecast.forecasting.training.TinyTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A third of two cities' communities opens, or opens again, on one day, and is compared with itself
 * had it been open all along: one community of one city is wide or narrow by chance.
 */
class ColdIntervalsTest {
  private static final int COMMUNITIES = 24;
  private static final int OPENING_ONE_IN = 3;
  private static final int DAYS = 240;
  private static final long[] CITIES = {1, 2};
  private static final LocalDate FROM = SyntheticCity.FIRST.plusDays(200);
  private static final LocalDate TO = FROM.plusDays(25);

  /** The first day in service. */
  private static final LocalDate OPENING = FROM.plusDays(3);

  private static final Set<String> OPENED = new HashSet<>();
  private static final List<BacktestForecast> OPENING_CITIES = new ArrayList<>();
  private static final List<BacktestForecast> OPEN_CITIES = new ArrayList<>();

  @BeforeAll
  static void run(@TempDir Path folder) throws IOException {
    ServiceCalendar calendar = ServiceCalendar.load(calendar(folder.resolve("calendar.csv")));
    for (long city : CITIES) {
      Map<String, DemandSeries> demand = SyntheticCity.demand(COMMUNITIES, DAYS, city);
      OPENING_CITIES.addAll(forecasts(demand, calendar));
      OPEN_CITIES.addAll(forecasts(demand, ServiceCalendar.always()));
    }
  }

  @Test
  void shouldBeWideWhileFewDaysAreKnown() {
    assertThat(width(OPENING_CITIES, ColdIntervalsTest::young))
        .isGreaterThan(1.2 * width(OPEN_CITIES, ColdIntervalsTest::young));
  }

  @Test
  void shouldHoldFourDaysOfFiveWhileFewDaysAreKnown() {
    assertThat(held(OPENING_CITIES, ColdIntervalsTest::young)).isBetween(0.7, 0.9);
  }

  @Test
  void shouldBeAsWideAsOthersOnceTheDaysAreKnown() {
    assertThat(width(OPENING_CITIES, ColdIntervalsTest::seasoned))
        .isLessThan(1.2 * width(OPEN_CITIES, ColdIntervalsTest::seasoned));
  }

  /** Every other one had been open before. */
  private static Path calendar(Path file) throws IOException {
    StringBuilder rows = new StringBuilder("community,from,to\n");
    List<Community> communities = Catalogue.chicago().communities();
    for (int index = 1; index < COMMUNITIES; index += OPENING_ONE_IN) {
      String key = communities.get(index).key();
      String from = index % 2 == 0 ? "" : OPENING.minusDays(100).toString();
      rows.append("%s,%s,%s\n".formatted(key, from, OPENING.minusDays(1)));
      OPENED.add(key);
    }
    return Files.writeString(file, rows);
  }

  private static List<BacktestForecast> forecasts(
      Map<String, DemandSeries> demand, ServiceCalendar calendar) {
    BacktestPlan plan = new BacktestPlan(FROM, TO, 14, 56, TinyTraining.PARAMETERS);
    return new Backtest(InService.panel(demand, calendar), calendar, plan)
        .run(BacktestListener.NONE).communities().stream()
            .filter(forecast -> OPENED.contains(forecast.community()))
            .toList();
  }

  private static boolean young(LocalDate origin) {
    return !origin.isBefore(OPENING.minusDays(1)) && origin.isBefore(OPENING.plusDays(5));
  }

  private static boolean seasoned(LocalDate origin) {
    return origin.isAfter(OPENING.plusDays(14));
  }

  /** Over the mean, summed up. */
  private static double width(List<BacktestForecast> forecasts, Predicate<LocalDate> origins) {
    double width = 0;
    double mean = 0;
    for (BacktestForecast forecast : forecasts) {
      if (origins.test(forecast.origin())) {
        width += forecast.p90() - forecast.p10();
        mean += forecast.mean();
      }
    }
    return width / mean;
  }

  private static double held(List<BacktestForecast> forecasts, Predicate<LocalDate> origins) {
    return forecasts.stream()
        .filter(each -> origins.test(each.origin()))
        .mapToDouble(each -> each.p10() <= each.actual() && each.actual() <= each.p90() ? 1 : 0)
        .average()
        .orElseThrow();
  }
}

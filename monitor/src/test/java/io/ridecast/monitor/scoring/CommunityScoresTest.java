package io.ridecast.monitor.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CommunityScoresTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 8, 1);
  private final NavigableMap<LocalDate, MonitoredDay> days = new TreeMap<>();

  @Test
  void shouldPairEveryForecastWithItsDay() {
    close(FIRST.plusDays(8), 12);
    forecast(FIRST.plusDays(8), 1, 10);
    forecast(FIRST.plusDays(8), 2, 11);

    CommunityScores scores = CommunityScores.of("6", days);

    assertThat(scores.pairs()).extracting(Pair::lead).containsExactly(1, 2);
    assertThat(scores.pairs()).allMatch(pair -> pair.actual() == 12);
    assertThat(scores.accuracies()).containsOnlyKeys(1, 2);
  }

  @Test
  void shouldTakeTheSameWeekdayOfTheWeekBeforeAsTheNaive() {
    for (int day = 0; day <= 8; day++) {
      close(FIRST.plusDays(day), 100 + day);
    }
    forecast(FIRST.plusDays(8), 3, 10);

    assertThat(CommunityScores.of("6", days).pairs().get(0).naive()).isEqualTo(101);
  }

  @Test
  void shouldHaveNoNaiveWhereNoSameWeekdayIsKnown() {
    close(FIRST, 5);
    forecast(FIRST, 1, 10);

    assertThat(CommunityScores.of("6", days).pairs().get(0).naive()).isNaN();
  }

  @Test
  void shouldNotScoreDaysThatAreOpenOrWithoutService() {
    close(FIRST, 5);
    forecast(FIRST.plusDays(1), 1, 10);
    forecast(FIRST.plusDays(2), 1, 10);
    days.compute(FIRST.plusDays(2), (date, day) -> day.outOfService(at(date.plusDays(1))));

    CommunityScores scores = CommunityScores.of("6", days);

    assertThat(scores.pairs()).isEmpty();
    assertThat(scores.accuracies()).isEmpty();
  }

  @Test
  void shouldLetTheWindowGoOnWithDaysThatNobodyForecast() {
    forecast(FIRST, 1, 10);
    close(FIRST, 12);
    close(FIRST.plusDays(27), 12);
    assertThat(CommunityScores.of("6", days).accuracies().get(1).to())
        .isEqualTo(FIRST.plusDays(27));

    close(FIRST.plusDays(28), 12);

    assertThat(CommunityScores.of("6", days).accuracies()).isEmpty();
  }

  @Test
  void shouldSayNothingOfNoDays() {
    assertThat(CommunityScores.of("6", days).pairs()).isEmpty();
  }

  private void close(LocalDate date, int rides) {
    days.put(date, day(date).closed(rides, at(date.plusDays(1))));
  }

  private void forecast(LocalDate date, int lead, double rides) {
    PastForecast forecast =
        new PastForecast(rides, rides - 1, rides, rides + 1, "3", at(date.minusDays(lead)));
    days.put(date, day(date).with(lead, forecast));
  }

  private MonitoredDay day(LocalDate date) {
    return days.getOrDefault(date, MonitoredDay.unknown(date));
  }

  private static Instant at(LocalDate date) {
    return date.atTime(7, 0).toInstant(ZoneOffset.UTC);
  }
}

package io.ridecast.monitor.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MonitoredDayTest {
  private static final LocalDate DATE = LocalDate.of(2020, 9, 11);
  private static final Instant MORNING = Instant.parse("2020-09-11T07:00:00Z");
  private static final Instant CLOSED = Instant.parse("2020-09-12T07:00:00Z");
  private final MonitoredDay day = MonitoredDay.unknown(DATE);

  @Test
  void shouldCountTheLastForecastOfALead() {
    PastForecast first = forecast(10, MORNING);
    PastForecast revised = forecast(12, MORNING.plusSeconds(60));

    assertThat(day.with(1, first).with(1, revised).forecasts().get(1)).isEqualTo(revised);
    assertThat(day.with(1, revised).with(1, first).forecasts().get(1)).isEqualTo(revised);
  }

  @Test
  void shouldKeepOneForecastForEachLead() {
    MonitoredDay both = day.with(1, forecast(10, MORNING)).with(2, forecast(11, MORNING));

    assertThat(both.forecasts()).containsOnlyKeys(1, 2);
  }

  @Test
  void shouldTakeTheNewModelsForecastOfTheSameBusinessTime() {
    PastForecast champion = forecast(12, MORNING);

    assertThat(day.with(1, forecast(10, MORNING)).with(1, champion).forecasts().get(1))
        .isEqualTo(champion);
  }

  @Test
  void shouldNotCountAForecastOfADayThatWasKnownAlready() {
    MonitoredDay closed = day.closed(9, CLOSED);

    assertThat(closed.with(1, forecast(9, CLOSED))).isEqualTo(closed);
  }

  @Test
  void shouldCountAForecastThatArrivesAfterTheCloseButWasMadeBefore() {
    MonitoredDay closed = day.closed(9, CLOSED).with(1, forecast(10, MORNING));

    assertThat(closed.scorable()).isTrue();
  }

  @Test
  void shouldNotLetARevisionMakeLateForecastsPunctual() {
    MonitoredDay revised = day.closed(9, CLOSED).closed(11, CLOSED.plusSeconds(7200));

    assertThat(revised.rides()).isEqualTo(11);
    assertThat(revised.with(1, forecast(11, CLOSED.plusSeconds(60)))).isEqualTo(revised);
  }

  @Test
  void shouldNotScoreADayWithoutService() {
    MonitoredDay out = day.with(1, forecast(10, MORNING)).outOfService(CLOSED);

    assertThat(out.scorable()).isFalse();
    assertThat(out.closed(3, CLOSED).scorable()).isTrue();
  }

  @Test
  void shouldScoreADayWithoutRides() {
    assertThat(day.with(1, forecast(10, MORNING)).closed(0, CLOSED).scorable()).isTrue();
  }

  private static PastForecast forecast(double rides, Instant at) {
    return new PastForecast(rides, rides - 1, rides, rides + 1, "3", at);
  }
}

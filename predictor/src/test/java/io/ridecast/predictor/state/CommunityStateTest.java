package io.ridecast.predictor.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.predictor.horizon.CurrentForecast;
import io.ridecast.predictor.horizon.Horizon;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.ForecastTrigger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CommunityStateTest {
  private static final LocalDate DAY = LocalDate.of(2020, 9, 10);
  private static final CurrentForecast FORECAST =
      new CurrentForecast(new Horizon(DAY, 1), "12", true);

  @Test
  void shouldMarkARevisionThatBearsOnTheForecast() {
    CommunityState state = forecast().after(day(DAY.minusDays(3), 9, 2));

    assertThat(state.revised()).isTrue();
    assertThat(state.history().rides(DAY.minusDays(3))).isEqualTo(OptionalInt.of(9));
  }

  @Test
  void shouldNotMarkARepetition() {
    assertThat(forecast().after(day(DAY.minusDays(3), 4, 2)).revised()).isFalse();
  }

  @Test
  void shouldNotMarkARevisionOfADayLongAgo() {
    assertThat(forecast().after(day(DAY.minusDays(28), 9, 2)).revised()).isFalse();
  }

  @Test
  void shouldMarkADayThatTurnsOutToBeOutOfService() {
    DailyDemand out =
        new DailyDemand("6", DAY.minusDays(1), 0, 2, DemandStatus.OUT_OF_SERVICE, Instant.EPOCH);

    CommunityState state = forecast().after(out);

    assertThat(state.revised()).isTrue();
    assertThat(state.history().rides(DAY.minusDays(1))).isEmpty();
  }

  @Test
  void shouldHaveToldOfARevisionAfterAnyForecastButAModels() {
    CommunityState revised = forecast().after(day(DAY, 9, 2));

    assertThat(revised.after(FORECAST, ForecastTrigger.REVISION).revised()).isFalse();
    assertThat(revised.after(FORECAST, ForecastTrigger.DATA).revised()).isFalse();
    assertThat(revised.after(FORECAST, ForecastTrigger.MODEL).revised()).isTrue();
  }

  @Test
  void shouldComeBackFromTheStoreAsItWas() {
    CommunityState state =
        forecast().after(day(DAY, 9, 300)).after(day(DAY.plusDays(5), 70_000, 1));

    byte[] bytes = CommunityStateSerde.write(state);
    CommunityState read = CommunityStateSerde.read(bytes);

    assertThat(CommunityStateSerde.write(read)).isEqualTo(bytes);
    assertThat(read.current()).hasValue(FORECAST);
    assertThat(read.revised()).isTrue();
    assertThat(read.history().series(DAY.plusDays(5)))
        .isEqualTo(state.history().series(DAY.plusDays(5)));
    assertThat(read.history().revisions(DAY, 1)).containsEntry("2020-09-10", 300);
  }

  @Test
  void shouldComeBackEmptyFromTheStore() {
    CommunityState read =
        CommunityStateSerde.read(CommunityStateSerde.write(CommunityState.empty()));

    assertThat(read.current()).isEmpty();
    assertThat(read.history().newest()).isEmpty();
  }

  @Test
  void shouldTakeAboutThreeBytesADay() {
    CommunityState state = CommunityState.empty();
    for (int i = 0; i < 400; i++) {
      state = state.after(day(DAY.plusDays(i), 700 + i, 3));
    }

    assertThat(CommunityStateSerde.write(state).length).isBetween(400, 1_300);
  }

  @Test
  void shouldRefuseAFormatOfAnotherVersion() {
    byte[] bytes = CommunityStateSerde.write(CommunityState.empty());
    bytes[0] = 14;

    assertThatThrownBy(() -> CommunityStateSerde.read(bytes)).hasMessageContaining("format 7");
  }

  private static CommunityState forecast() {
    CommunityState state = CommunityState.empty();
    for (int back = 30; back >= 0; back--) {
      state = state.after(day(DAY.minusDays(back), 4, 1));
    }
    return state.after(FORECAST, ForecastTrigger.DATA);
  }

  private static DailyDemand day(LocalDate date, int rides, int revision) {
    return new DailyDemand("6", date, rides, revision, DemandStatus.CLOSED, Instant.EPOCH);
  }
}

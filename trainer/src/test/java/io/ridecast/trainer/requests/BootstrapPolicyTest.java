package io.ridecast.trainer.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.TrainingReason;
import io.ridecast.records.TrainingRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapPolicyTest {
  private static final LocalDate LAST = LocalDate.of(2020, 9, 10);

  @ParameterizedTest
  @CsvSource({"0,false", "89,false", "90,true", "400,true"})
  void shouldWaitForNinetyClosedDays(int days, boolean due) {
    assertThat(BootstrapPolicy.due(days, LAST, Optional.empty())).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({"0,false", "6,false", "7,true", "30,true"})
  void shouldAskAgainSevenDaysAfterARefusal(int later, boolean due) {
    var refused = Optional.of(new BootstrapPolicy.Earlier(LAST, true));

    assertThat(BootstrapPolicy.due(100, LAST.plusDays(later), refused)).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({"0,false", "1,true"})
  void shouldAskAgainADayAfterAFailure(int later, boolean due) {
    var failed = Optional.of(new BootstrapPolicy.Earlier(LAST, false));

    assertThat(BootstrapPolicy.due(100, LAST.plusDays(later), failed)).isEqualTo(due);
  }

  @Test
  void shouldSayInItsIdWhatARequestIsFor() {
    Instant now = Instant.parse("2020-09-11T08:00:00Z");
    TrainingRequest first = OwnRequests.bootstrap(LAST, now);
    TrainingRequest scheduled = OwnRequests.scheduled(now, now);

    assertThat(first.getReason()).isEqualTo(TrainingReason.BOOTSTRAP);
    assertThat(OwnRequests.bootstrapDay(first.getRequestId())).contains(LAST);
    assertThat(OwnRequests.slot(first.getRequestId())).isEmpty();
    assertThat(scheduled.getReason()).isEqualTo(TrainingReason.SCHEDULE);
    assertThat(OwnRequests.slot(scheduled.getRequestId())).contains(now);
    assertThat(OwnRequests.bootstrapDay(scheduled.getRequestId())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bootstrap-again", "schedule-often", "mine", ""})
  void shouldNotTakeOthersRequestsForItsOwn(String id) {
    assertThat(OwnRequests.bootstrapDay(id)).isEmpty();
    assertThat(OwnRequests.slot(id)).isEmpty();
  }
}

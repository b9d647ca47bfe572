package io.ridecast.predictor.horizon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HorizonTest {
  private static final LocalDate ORIGIN = LocalDate.of(2020, 2, 27);

  @ParameterizedTest
  @CsvSource({
    "2020-02-26,1,2020-02-28,2020-03-01",
    "2020-02-27,1,2020-02-28,2020-03-01",
    "2020-02-28,1,2020-02-28,2020-03-01",
    "2020-02-29,2,2020-02-29,2020-03-02",
    "2020-03-03,5,2020-03-03,2020-03-05",
    "2020-03-09,5,2020-03-03,2020-03-05"
  })
  void shouldCoverTheThreeDaysFromTheBusinessDateOnWithinTheLeadsThatModelsKnow(
      LocalDate today, int firstLead, LocalDate first, LocalDate last) {
    Horizon horizon = Horizon.of(ORIGIN, today);

    assertThat(horizon.firstLead()).isEqualTo(firstLead);
    assertThat(horizon.firstDay()).isEqualTo(first);
    assertThat(horizon.lastDay()).isEqualTo(last);
  }

  @Test
  void shouldKnowNoOtherLeads() {
    assertThatThrownBy(() -> new Horizon(ORIGIN, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Horizon(ORIGIN, 6)).isInstanceOf(IllegalArgumentException.class);
  }
}

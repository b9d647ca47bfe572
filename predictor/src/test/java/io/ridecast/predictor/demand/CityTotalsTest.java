package io.ridecast.predictor.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.CityDemand;
import io.ridecast.records.DemandStatus;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CityTotalsTest {
  private static final LocalDate DAY = LocalDate.of(2020, 9, 10);
  private final CityTotals totals = new CityTotals();

  @Test
  void shouldKnowClosedDays() {
    totals.accept(new CityDemand(DAY, 5_000, 1, DemandStatus.CLOSED, 77));

    assertThat(totals.knows(DAY)).isTrue();
    assertThat(totals.knows(DAY.plusDays(1))).isFalse();
    assertThat(totals.series(DAY).at(DAY)).isEqualTo(5_000);
  }

  @Test
  void shouldNotKnowOpenDays() {
    totals.accept(new CityDemand(DAY, 17, 1, DemandStatus.OPEN, 3));

    assertThat(totals.knows(DAY)).isFalse();
  }

  @Test
  void shouldTakeOverRevisionsAndDaysOutOfService() {
    totals.accept(new CityDemand(DAY, 5_000, 1, DemandStatus.CLOSED, 77));
    totals.accept(new CityDemand(DAY, 5_001, 2, DemandStatus.CLOSED, 77));
    totals.accept(new CityDemand(DAY.plusDays(1), 0, 1, DemandStatus.OUT_OF_SERVICE, 0));

    assertThat(totals.knows(DAY.plusDays(1))).isTrue();
    assertThat(totals.series(DAY.plusDays(1)).at(DAY)).isEqualTo(5_001);
    assertThat(totals.series(DAY.plusDays(1)).at(DAY.plusDays(1))).isNaN();
  }
}

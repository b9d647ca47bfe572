package io.ridecast.forecasting.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemandPanelTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

  @Test
  void shouldAddUpTheCity() {
    DemandPanel panel =
        DemandPanel.of(
            Catalogue.chicago(),
            Map.of(
                "6", DemandSeries.of(FIRST, 1, Float.NaN, 3, Float.NaN),
                "8", DemandSeries.of(FIRST.plusDays(1), 20, 30, Float.NaN, 50)));

    assertThat(panel.city()).isEqualTo(DemandSeries.of(FIRST, 1, 20, 33, Float.NaN, 50));
    assertThat(panel.first()).isEqualTo(FIRST);
    assertThat(panel.last()).isEqualTo(FIRST.plusDays(4));
    assertThat(panel.size()).isEqualTo(2);
    assertThat(panel.demand(Catalogue.chicago().byKey("7").orElseThrow())).isEmpty();
  }

  @Test
  void shouldRefuseAnUnknownCommunityAndNothingAtAll() {
    assertThatThrownBy(
            () -> DemandPanel.of(Catalogue.chicago(), Map.of("99", DemandSeries.of(FIRST, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("99");
    assertThatThrownBy(() -> DemandPanel.of(Catalogue.chicago(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

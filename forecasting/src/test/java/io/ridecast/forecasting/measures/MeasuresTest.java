package io.ridecast.forecasting.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuresTest {
  @Test
  void shouldWeighAbsoluteErrorsByRides() {
    Wape wape = new Wape();
    wape.add(12, 10);
    wape.add(0, 2);
    wape.add(99, Double.NaN);

    assertThat(wape.value()).isCloseTo(4.0 / 12, within(1e-12));
  }

  @Test
  void shouldSignTheBias() {
    Bias bias = new Bias();
    bias.add(12, 10);
    bias.add(0, 5);
    bias.add(99, Double.NaN);

    assertThat(bias.value()).isCloseTo(-3.0 / 15, within(1e-12));
  }

  @Test
  void shouldScaleErrorsByTheNaive() {
    Mase mase = new Mase();
    mase.add(12, 14, 10);
    mase.add(1, 99, Double.NaN);
    mase.add(1, Double.NaN, 5);

    assertThat(mase.value()).isEqualTo(0.5);
  }

  @ParameterizedTest
  @CsvSource({"0.9,10,20,9", "0.9,20,10,1", "0.1,10,20,1", "0.5,10,20,5", "0.5,7,7,0"})
  void shouldTiltThePinball(double level, double quantile, double actual, double loss) {
    PinballLoss pinball = new PinballLoss(level);
    pinball.add(quantile, actual);
    pinball.add(1, Double.NaN);

    assertThat(pinball.value()).isCloseTo(loss, within(1e-12));
    assertThat(pinball.scaled()).isCloseTo(2 * loss / actual, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
  void shouldRefuseALevelThatIsNone(double level) {
    assertThatThrownBy(() -> new PinballLoss(level)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldCountBothEndsAsCovered() {
    Coverage coverage = new Coverage();
    coverage.add(1, 3, 1);
    coverage.add(1, 3, 3);
    coverage.add(1, 3, 0.99);
    coverage.add(1, 3, 3.01);
    coverage.add(1, 3, Double.NaN);

    assertThat(coverage.value()).isEqualTo(0.5);
    assertThat(coverage.pairs()).isEqualTo(4);
  }

  @Test
  void shouldBeUnknownWithoutPairs() {
    assertThat(new Wape().value()).isNaN();
    assertThat(new Bias().value()).isNaN();
    assertThat(new Mase().value()).isNaN();
    assertThat(new PinballLoss(0.5).value()).isNaN();
    assertThat(new PinballLoss(0.5).scaled()).isNaN();
    assertThat(new Coverage().value()).isNaN();
  }

  @ParameterizedTest
  @CsvSource({"1,4", "7,10", "8,4", "10,6"})
  void shouldRepeatTheNewestKnownWeek(int lead, double rides) {
    LocalDate first = LocalDate.of(2020, 1, 1);
    DemandSeries demand = DemandSeries.of(first, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    LocalDate origin = first.plusDays(9);

    assertThat(SeasonalNaive.forecast(demand, origin, lead)).isEqualTo(rides);
  }

  @Test
  void shouldGoFurtherBackWhereAWeekIsMissing() {
    LocalDate first = LocalDate.of(2020, 1, 1);
    DemandSeries demand = DemandSeries.of(first, 5).with(first.plusDays(13), 2);

    assertThat(SeasonalNaive.forecast(demand, first.plusDays(13), 1)).isEqualTo(5);
    assertThat(SeasonalNaive.forecast(demand, first.plusDays(13), 2)).isNaN();
  }
}

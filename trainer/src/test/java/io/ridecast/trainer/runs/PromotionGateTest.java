package io.ridecast.trainer.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.training.HoldOutReport;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromotionGateTest {
  @ParameterizedTest
  @CsvSource({
    "0.20,0.30,true",
    "0.29999,0.30,true",
    "0.30,0.30,false",
    "0.31,0.30,false",
    "NaN,0.30,false",
    "Infinity,0.30,false",
    "0.20,NaN,false",
    "0.20,Infinity,false"
  })
  void shouldLetThroughOnlyWhatIsBetterThanTheNaive(double wape, double naive, boolean passes) {
    assertThat(PromotionGate.judge(report(wape, naive, 6468)).passed()).isEqualTo(passes);
  }

  @Test
  void shouldRefuseWhatWasNeverMeasured() {
    assertThat(PromotionGate.judge(report(0.1, 0.3, 0)).passed()).isFalse();
  }

  @Test
  void shouldSayItsNumbers() {
    assertThat(PromotionGate.judge(report(0.31, 0.3, 6468)).detail())
        .isEqualTo(
            "refused: not better, WAPE 0.3100, 7-day seasonal naive 0.3000, bias -0.0100,"
                + " coverage 0.790 of 0.8, 6468 forecasts of 2020-08-01 to 2020-08-28");
    assertThat(PromotionGate.judge(report(0.2, 0.3, 6468)).detail())
        .startsWith("passed: WAPE 0.2000, 7-day seasonal naive 0.3000");
  }

  private static HoldOutReport report(double wape, double naive, long forecasts) {
    return new HoldOutReport(
        LocalDate.of(2020, 8, 1), LocalDate.of(2020, 8, 28), forecasts, wape, naive, -0.01, 0.79);
  }
}

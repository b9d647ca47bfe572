package io.ridecast.trainer.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.measures.PairedBootstrap;
import io.ridecast.forecasting.training.HoldOutReport;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromotionGateTest {
  private static final LocalDate LAST = LocalDate.of(2020, 8, 28);

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
    assertThat(judge(report(wape, naive, 6468, 0.79), Optional.empty()).passed()).isEqualTo(passes);
  }

  @Test
  void shouldRefuseWhatWasNeverMeasured() {
    assertThat(judge(report(0.1, 0.3, 0, 0.8), Optional.empty()))
        .isEqualTo(
            new Verdict(
                false,
                "refused: nothing could be measured on the held-out days, WAPE 0.1000,"
                    + " 7-day seasonal naive 0.3000, bias -0.0100, coverage 0.800 of 0.8,"
                    + " 0 forecasts of 2020-08-01 to 2020-08-28"));
  }

  @Test
  void shouldRefuseWhatSaysTheSameThroughout() {
    Evidence evidence = new Evidence(sound(), true, LAST, Optional.empty(), "");

    assertThat(PromotionGate.judge(evidence).passed()).isFalse();
    assertThat(PromotionGate.judge(evidence).detail()).startsWith("refused: constant");
  }

  @ParameterizedTest
  @CsvSource({
    "6468,0.80,true",
    "6468,0.70,true",
    "6468,0.92,false",
    "6468,0.68,false",
    "6468,NaN,false",
    "84,0.65,true",
    "84,0.54,false"
  })
  void shouldRefuseWhatIsUncalibratedBeyondChance(int forecasts, double coverage, boolean passes) {
    Verdict verdict = judge(report(0.2, 0.3, forecasts, coverage), Optional.empty());

    assertThat(verdict.passed()).isEqualTo(passes);
    if (!passes) {
      assertThat(verdict.detail()).startsWith("refused: uncalibrated, ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.95,0.93,0.97,better than the champion",
    "0.99,0.97,1.01,as good as the champion and newer",
    "1.00,1.00,1.00,as good as the champion and newer",
    "1.01,0.99,1.03,as good as the champion and newer",
    "1.001,1.0005,1.002,as good as the champion and newer",
  })
  void shouldPromoteWhatIsBetterOrAsGoodAndNewer(
      double ratio, double low, double high, String why) {
    Verdict verdict = judge(sound(), against(LAST.minusDays(1), ratio, low, high));

    assertThat(verdict.passed()).isTrue();
    assertThat(verdict.detail()).startsWith("passed: " + why + ", error ");
  }

  @ParameterizedTest
  @CsvSource({"1.01,1.005,1.02", "1.03,0.99,1.07", "1.5,1.3,1.7"})
  void shouldRefuseWhatIsWorseThanTheChampion(double ratio, double low, double high) {
    Verdict verdict = judge(sound(), against(LAST.minusDays(1), ratio, low, high));

    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.detail()).startsWith("refused: worse than the champion, error ");
  }

  @Test
  void shouldRefuseWhatIsAsGoodButKnowsLess() {
    assertThat(judge(sound(), against(LAST, 1, 1, 1)).passed()).isTrue();
    assertThat(judge(sound(), against(LAST.plusDays(1), 1, 1, 1)).detail())
        .startsWith("refused: as good as the champion, which knows days up to 2020-08-29, ");
    assertThat(judge(sound(), against(LAST.plusDays(1), 0.9, 0.8, 0.95)).passed()).isTrue();
  }

  @Test
  void shouldSayItsNumbers() {
    assertThat(judge(report(0.31, 0.3, 6468, 0.79), Optional.empty()).detail())
        .isEqualTo(
            "refused: not better than the 7-day seasonal naive, WAPE 0.3100,"
                + " 7-day seasonal naive 0.3000, bias -0.0100,"
                + " coverage 0.790 of 0.8, 6468 forecasts of 2020-08-01 to 2020-08-28");
    assertThat(judge(sound(), against(LAST, 0.95, 0.93, 0.97)).detail())
        .isEqualTo(
            "passed: better than the champion, error 0.9500 of champion 3's [0.9300, 0.9700]"
                + " over 8 weeks, WAPE 0.2000, 7-day seasonal naive 0.3000, bias -0.0100,"
                + " coverage 0.790 of 0.8, 6468 forecasts of 2020-08-01 to 2020-08-28");
  }

  @ParameterizedTest
  @CsvSource({
    "0.80,0.80,true",
    "0.75,0.70,true",
    "0.60,0.55,true",
    "0.75,0.80,true",
    "0.60,0.80,false"
  })
  void shouldTakeNewIntervalsUnlessTheyAreWorseAndUncalibrated(
      double coverage, double serving, boolean passes) {
    Evidence evidence =
        new Evidence(report(0.2, 0.3, 6468, coverage), false, LAST, Optional.empty(), "");

    assertThat(PromotionGate.judgeIntervals(evidence, serving).passed()).isEqualTo(passes);
  }

  private static HoldOutReport sound() {
    return report(0.2, 0.3, 6468, 0.79);
  }

  private static Verdict judge(HoldOutReport report, Optional<Challenge> challenge) {
    return PromotionGate.judge(new Evidence(report, false, LAST, challenge, ""));
  }

  private static Optional<Challenge> against(
      LocalDate lastDay, double ratio, double low, double high) {
    return Optional.of(new Challenge("3", lastDay, new PairedBootstrap.Ratio(ratio, low, high, 8)));
  }

  private static HoldOutReport report(double wape, double naive, long forecasts, double coverage) {
    return new HoldOutReport(
        LocalDate.of(2020, 8, 1), LAST, forecasts, wape, naive, -0.01, coverage);
  }
}

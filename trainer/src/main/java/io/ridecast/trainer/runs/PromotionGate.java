package io.ridecast.trainer.runs;

import io.ridecast.forecasting.training.HoldOutReport;
import java.util.Locale;

/** Lets only a model through that beats the 7-day seasonal naive on days it has not seen. */
final class PromotionGate {
  private PromotionGate() {}

  static Verdict judge(HoldOutReport report) {
    if (report.forecasts() <= 0 || !Double.isFinite(report.wape())) {
      return new Verdict(
          false, "refused: nothing could be measured on the held-out days, " + numbers(report));
    }
    // A naive without any rides to be wrong about has no WAPE to be beaten.
    boolean better = Double.isFinite(report.naiveWape()) && report.beatsSeasonalNaive();
    return new Verdict(better, (better ? "passed: " : "refused: not better, ") + numbers(report));
  }

  private static String numbers(HoldOutReport report) {
    return String.format(
        Locale.ROOT,
        "WAPE %.4f, 7-day seasonal naive %.4f, bias %+.4f, coverage %.3f of 0.8,"
            + " %d forecasts of %s to %s",
        report.wape(),
        report.naiveWape(),
        report.bias(),
        report.coverage(),
        report.forecasts(),
        report.from(),
        report.to());
  }

  /**
   * What the gate says.
   *
   * @param passed whether the model may be announced
   * @param detail the verdict with the numbers that it rests on
   */
  record Verdict(boolean passed, String detail) {}
}

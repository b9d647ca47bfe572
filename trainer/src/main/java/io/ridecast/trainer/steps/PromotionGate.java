package io.ridecast.trainer.steps;

import io.ridecast.forecasting.training.HoldOutReport;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Lets only a model through that is sound (it beats the 7-day seasonal naive on days it has not
 * seen, its intervals hold about what they promise, it does not say the same throughout) and that
 * is better than the champion, or as good and newer.
 */
public final class PromotionGate {
  private static final double PROMISED = 0.8;

  /** Seasons move the coverage of 28 days by so much, in a city that is calibrated well. */
  private static final double USUAL_DRIFT = 0.1;

  private PromotionGate() {}

  /** Judges a candidate. */
  public static Verdict judge(Evidence evidence) {
    String reason = unsound(evidence);
    if (!reason.isEmpty()) {
      return refused(reason, evidence);
    }
    return evidence
        .challenge()
        .map(challenge -> judge(challenge, evidence))
        .orElseGet(() -> passed("beats the 7-day seasonal naive" + evidence.remark(), evidence));
  }

  /**
   * Judges intervals that were calibrated anew, against those that serve.
   *
   * @param serving the coverage of the intervals that serve, on the days of the report
   */
  public static Verdict judgeIntervals(Evidence evidence, double serving) {
    double coverage = evidence.report().coverage();
    if (Math.abs(coverage - PROMISED) <= Math.abs(serving - PROMISED)) {
      return passed(
          String.format(Locale.ROOT, "no worse calibrated than now (%.3f)", serving), evidence);
    }
    return calibrated(evidence.report())
        ? passed("calibrated", evidence)
        : refused("uncalibrated", evidence);
  }

  private static String unsound(Evidence evidence) {
    HoldOutReport report = evidence.report();
    if (report.forecasts() <= 0 || !Double.isFinite(report.wape())) {
      return "nothing could be measured on the held-out days";
    }
    if (evidence.constant()) {
      return "constant, every day is the same share of its base level";
    }
    // A naive without any rides to be wrong about has no WAPE to be beaten.
    if (!Double.isFinite(report.naiveWape()) || !report.beatsSeasonalNaive()) {
      return "not better than the 7-day seasonal naive";
    }
    return calibrated(report) ? "" : "uncalibrated";
  }

  private static Verdict judge(Challenge challenge, Evidence evidence) {
    if (challenge.lost()) {
      return refused("worse than the champion, " + challenge.phrase(), evidence);
    }
    if (challenge.won()) {
      return passed("better than the champion, " + challenge.phrase(), evidence);
    }
    LocalDate known = challenge.lastDay();
    if (evidence.lastDay().isBefore(known)) {
      return refused(
          "as good as the champion, which knows days up to " + known + ", " + challenge.phrase(),
          evidence);
    }
    return passed("as good as the champion and newer, " + challenge.phrase(), evidence);
  }

  /** Few forecasts miss 0.8 by chance: twice their standard error is granted on top. */
  private static boolean calibrated(HoldOutReport report) {
    double chance = 2 * Math.sqrt(PROMISED * (1 - PROMISED) / (report.forecasts() / 3.0));
    return Math.abs(report.coverage() - PROMISED) <= USUAL_DRIFT + chance;
  }

  private static Verdict passed(String why, Evidence evidence) {
    return new Verdict(true, "passed: " + why + ", " + numbers(evidence.report()));
  }

  private static Verdict refused(String why, Evidence evidence) {
    return new Verdict(false, "refused: " + why + ", " + numbers(evidence.report()));
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
}

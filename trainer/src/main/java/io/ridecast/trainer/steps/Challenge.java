package io.ridecast.trainer.steps;

import io.ridecast.forecasting.measures.PairedBootstrap;
import java.time.LocalDate;
import java.util.Locale;

/**
 * The candidate beside the champion's way to train, fitted and judged on the same days.
 *
 * @param version the champion's
 * @param lastDay the last day that the champion knows
 * @param error the candidate's error in units of the champion's
 */
public record Challenge(String version, LocalDate lastDay, PairedBootstrap.Ratio error) {
  /** What is lost by so little is not worse, whatever the interval says. */
  private static final double NOTHING = 1.002;

  /** What is lost by more is worse, however wide the interval. */
  private static final double TOO_MUCH = 1.02;

  /** Whether the candidate is better, beyond chance. */
  boolean won() {
    return error.high() < 1;
  }

  /** Whether the candidate is worse: beyond chance, or by too much to hope for chance. */
  boolean lost() {
    return error.ratio() > TOO_MUCH || (error.low() > 1 && error.ratio() > NOTHING);
  }

  /** The numbers in a phrase. */
  String phrase() {
    return String.format(
        Locale.ROOT,
        "error %.4f of champion %s's [%.4f, %.4f] over %d weeks",
        error.ratio(),
        version,
        error.low(),
        error.high(),
        error.blocks());
  }
}

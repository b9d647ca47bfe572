package io.ridecast.trainer.requests;

import io.ridecast.forecasting.training.ModelTraining;
import java.time.LocalDate;
import java.util.Optional;

/** When the trainer asks for the first model by itself. */
public final class BootstrapPolicy {
  /** Closed days that a first model needs. */
  public static final int NEEDED_DAYS = ModelTraining.NEEDED_DAYS;

  private static final int DAYS_AFTER_REFUSAL = 7;
  private static final int DAYS_AFTER_FAILURE = 1;

  private BootstrapPolicy() {}

  /**
   * Whether to ask now. The caller knows that there is no champion, no open request and no loading.
   *
   * @param closedDays days on which service ran and that are closed
   * @param last the last closed day
   * @param earlier the last time that it asked, if ever
   */
  public static boolean due(int closedDays, LocalDate last, Optional<Earlier> earlier) {
    return closedDays >= NEEDED_DAYS
        && earlier.map(attempt -> !last.isBefore(attempt.again())).orElse(true);
  }

  /**
   * An earlier attempt.
   *
   * @param last the last closed day then
   * @param refused whether the gate said no; otherwise something failed
   */
  public record Earlier(LocalDate last, boolean refused) {
    LocalDate again() {
      return last.plusDays(refused ? DAYS_AFTER_REFUSAL : DAYS_AFTER_FAILURE);
    }
  }
}

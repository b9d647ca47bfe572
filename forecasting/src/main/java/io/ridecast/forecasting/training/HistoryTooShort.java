package io.ridecast.forecasting.training;

/** Too few days of demand to train on; the message says how many there are and are needed. */
public final class HistoryTooShort extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int days;
  private final int needed;

  HistoryTooShort(int days, int needed) {
    super(
        "the history holds %d days of demand and training needs %d: feed %d more days"
            .formatted(days, needed, needed - days));
    this.days = days;
    this.needed = needed;
  }

  /** Days that there are. */
  public int days() {
    return days;
  }

  /** Days that training needs. */
  public int needed() {
    return needed;
  }
}

package io.ridecast.feed.sending;

import io.ridecast.forecasting.catalogue.ServiceDay;
import java.time.Duration;
import java.time.Instant;

/**
 * Promises, while rides are sent in order, whatever can be promised: at a change of the local day,
 * and not more often than every so many rides, since each promise waits for the broker.
 */
public final class PromisesAsItGoes {
  static final int RIDES_BETWEEN = 50_000;

  private final RideSender sender;
  private final ServiceDay days;
  private final Instant completeFrom;
  private final Duration disorder;
  private Instant latest = Instant.MIN;
  private Instant nextDay;
  private long sentBefore;

  /**
   * @param disorder how far a later ride may start before an earlier one
   */
  public PromisesAsItGoes(
      RideSender sender, ServiceDay days, Instant completeFrom, Duration disorder) {
    this.sender = sender;
    this.days = days;
    this.completeFrom = completeFrom;
    this.disorder = disorder;
    this.nextDay = days.end(days.of(completeFrom));
    this.sentBefore = sender.sent();
  }

  /**
   * To be called, in order, with all rides sent that are known to begin before {@code start}; also
   * what lies before the latest such start is no news.
   */
  public void reached(Instant start) {
    if (!start.isAfter(latest)) {
      return;
    }
    latest = start;
    if (sender.sent() - sentBefore < RIDES_BETWEEN) {
      return;
    }
    Instant until = latest.minus(disorder);
    if (!until.isBefore(nextDay)) {
      sender.promise(completeFrom, until);
      nextDay = days.end(days.of(until));
      sentBefore = sender.sent();
    }
  }
}

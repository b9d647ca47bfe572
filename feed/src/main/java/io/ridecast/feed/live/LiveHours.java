package io.ridecast.feed.live;

import io.ridecast.feed.pace.Pace;
import io.ridecast.feed.report.FeedProgress;
import io.ridecast.feed.sending.RideSender;
import io.ridecast.records.Ride;
import java.time.Duration;
import java.time.Instant;

/**
 * Sends each business hour's rides when that hour is over, and then promises them: so the business
 * clock moves on in hours.
 */
public final class LiveHours {
  private static final Duration HOUR = Duration.ofHours(1);

  private final RideSender sender;
  private final Pace pace;
  private final FeedProgress progress;

  public LiveHours(RideSender sender, Pace pace, FeedProgress progress) {
    this.sender = sender;
    this.pace = pace;
    this.progress = progress;
  }

  /**
   * Goes on until {@code end} or until the pace is stopped.
   *
   * @param completeFrom start of the promised span
   * @param from the first hour
   * @param end where the last hour ends
   * @return how far it came
   */
  public Instant run(Instant completeFrom, Instant from, Instant end, HourOfRides rides) {
    pace.reach(from);
    Instant reached = from;
    while (reached.isBefore(end)) {
      Instant until = earlier(reached.plus(HOUR), end);
      if (!pace.reach(until)) {
        return reached;
      }
      int sent = send(rides, reached, until);
      sender.promise(completeFrom, until);
      progress.live(until, sent);
      reached = until;
    }
    return reached;
  }

  private int send(HourOfRides rides, Instant from, Instant until) {
    int sent = 0;
    for (Ride ride : rides.between(from, until)) {
      sender.send(ride);
      sent++;
    }
    return sent;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}

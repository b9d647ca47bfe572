package io.ridecast.feed.heartbeat;

import io.ridecast.feed.sending.Promise;
import io.ridecast.feed.sending.RideSender;
import io.ridecast.feed.sending.SendFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Promises, for a producer of one's own, that all of its rides up to some moment are there. */
public final class Heartbeat {
  private final String feed;
  private final RideSender sender;
  private final Supplier<Map<Integer, Long>> ends;
  private final InstantSource wall;

  /**
   * @param ends tells behind which offsets the rides lie now
   * @param wall what time it is
   */
  public Heartbeat(
      String feed, RideSender sender, Supplier<Map<Integer, Long>> ends, InstantSource wall) {
    this.feed = feed;
    this.sender = sender;
    this.ends = ends;
    this.wall = wall;
  }

  /**
   * Promises that every ride that began before {@code until} has been sent.
   *
   * @param from since when the rides are complete; needed for the first promise of a feed only
   * @param until exclusive; by default {@code lag} before now
   * @param lag how long after its start a ride may still be on its way
   * @return what is promised now
   * @throws SendFailure if nobody has ever said from when on the rides are complete
   */
  public Promise beat(Optional<Instant> from, Optional<Instant> until, Duration lag) {
    // In this order: a ride that is sent in between only makes the promise hold later.
    Instant complete = until.orElseGet(() -> wall.instant().minus(lag));
    sender.takeOver(ends.get());
    Instant start =
        from.or(() -> sender.earlier().map(Promise::from))
            .orElseThrow(
                () ->
                    new SendFailure(
                        "the feed %s has promised nothing yet: say since when its rides are complete"
                                .formatted(feed)
                            + " (--from, the start of a local day)"));
    if (complete.isBefore(start)) {
      throw new SendFailure("complete until " + complete + " is before " + start);
    }
    sender.promise(start, complete);
    return sender.promised().orElseThrow();
  }

  /**
   * Says that the feed has ended for good.
   *
   * @return what it has promised
   * @throws SendFailure if it has never promised anything: then no day waits for it to end
   */
  public Promise retire() {
    Promise last =
        sender
            .earlier()
            .orElseThrow(
                () ->
                    new SendFailure(
                        "the feed %s has promised nothing, so it cannot retire: is that its name?"
                            .formatted(feed)));
    sender.takeOver(ends.get());
    sender.retire();
    return last;
  }
}

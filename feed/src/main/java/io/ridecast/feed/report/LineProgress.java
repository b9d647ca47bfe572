package io.ridecast.feed.report;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;

/** Says in a plain line every few seconds how far a feed has come, for logs. */
public final class LineProgress implements FeedProgress {
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final Consumer<String> out;
  private final InstantSource wall;
  private final LiveDays liveDays = new LiveDays();
  private long rows;
  private Instant began = Instant.MAX;
  private Instant next = Instant.MAX;

  /**
   * @param out takes each line
   * @param wall the time between lines and for the rate
   */
  public LineProgress(Consumer<String> out, InstantSource wall) {
    this.out = out;
    this.wall = wall;
  }

  @Override
  public void surveying(String what) {
    out.accept("reading " + what);
  }

  @Override
  public void begins(FeedPlan plan) {
    rows = plan.rows();
    began = wall.instant();
    next = began.plus(EVERY);
    out.accept(
        String.format(
            Locale.ROOT,
            "feed %s: about %,d rows, %s to %s%s%s",
            plan.feed(),
            plan.rows(),
            plan.firstDay(),
            plan.lastDay(),
            plan.inOrder() ? "" : ", not in order: promised at the end",
            plan.resumesFrom().map(from -> ", goes on from " + from).orElse("")));
  }

  @Override
  public void advanced(long done) {
    Instant now = wall.instant();
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(EVERY);
    double seconds = Duration.between(began, now).toMillis() / 1e3;
    out.accept(
        String.format(
            Locale.ROOT,
            "%,d of %,d rows (%d %%), %,d a second",
            done,
            rows,
            rows == 0 ? 100 : Math.min(100, 100 * done / rows),
            Math.round(done / seconds)));
  }

  @Override
  public void live(Instant until, long rides) {
    liveDays.add(until, rides).ifPresent(out);
  }
}

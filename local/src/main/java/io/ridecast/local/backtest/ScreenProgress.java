package io.ridecast.local.backtest;

import io.ridecast.forecasting.backtest.BacktestListener;
import io.ridecast.local.story.Screen;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

/** A bar on a terminal; in a log a plain line at each fit. */
public final class ScreenProgress implements BacktestListener {
  private final Screen screen;
  private final InstantSource wall;
  private final Instant began;
  private double share;

  /**
   * Progress from now on.
   *
   * @param wall the time that is left is told by
   */
  public ScreenProgress(Screen screen, InstantSource wall) {
    this.screen = screen;
    this.wall = wall;
    this.began = wall.instant();
  }

  @Override
  public void fitting(LocalDate origin) {
    screen.step("backtest", share, "fitting at " + origin + left());
  }

  @Override
  public void origin(LocalDate origin, int done, int all) {
    share = (double) done / all;
    screen.bar("backtest", share, origin + left());
  }

  private String left() {
    if (share <= 0) {
      return "";
    }
    Duration taken = Duration.between(began, wall.instant());
    long seconds = Math.round(taken.toMillis() / 1e3 * (1 - share) / share);
    return ", about %d s left".formatted(seconds);
  }
}

package io.ridecast.feed.report;

import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Draws a bar with rate and remaining time on a terminal. */
public final class BarProgress implements FeedProgress {
  private static final int REFRESH_MILLIS = 200;
  private static final int WIDTH = 100;

  private final PrintStream out;
  private final String task;
  private final LiveDays liveDays = new LiveDays();
  private @Nullable ProgressBar bar;

  /**
   * @param task what stands before the bar
   */
  public BarProgress(PrintStream out, String task) {
    this.out = out;
    this.task = task;
  }

  @Override
  public void begins(FeedPlan plan) {
    bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(plan.rows())
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REFRESH_MILLIS)
            .setUnit(" rides", 1)
            .showSpeed(new DecimalFormat("#,##0", symbols()))
            .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
            .build();
  }

  @Override
  public void advanced(long rows) {
    if (bar != null) {
      bar.stepTo(rows);
    }
  }

  @Override
  public void historySent(long rides) {
    close();
  }

  @Override
  public void live(Instant until, long rides) {
    liveDays.add(until, rides).ifPresent(out::println);
  }

  @Override
  public void ended(FeedReport report) {
    close();
  }

  private void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  private static DecimalFormatSymbols symbols() {
    return DecimalFormatSymbols.getInstance(Locale.ROOT);
  }
}

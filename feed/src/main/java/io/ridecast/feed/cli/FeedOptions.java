package io.ridecast.feed.cli;

import io.ridecast.feed.FeedConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that all feeds have. */
final class FeedOptions {
  private static final int DAY_SECONDS = 10;

  @Option(
      names = "--feed",
      paramLabel = "NAME",
      description = "Name of the feed, one of FEEDS (default: the first of them).")
  private @Nullable String name;

  @Option(
      names = "--day-seconds",
      paramLabel = "SECONDS",
      description = "How long a live day lasts (default: DAY_SECONDS, else 10).",
      defaultValue = "${env:DAY_SECONDS:-10}")
  private int daySeconds = DAY_SECONDS;

  FeedConfig named(FeedConfig config) {
    return name == null ? config : config.named(name);
  }

  int daySeconds() {
    return daySeconds;
  }
}

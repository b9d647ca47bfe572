package io.ridecast.aggregator.counting;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.ridecast.runtime.time.ClockMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** How far the feeds have come in the partitions of this instance, for people and alerts. */
public final class FeedProgress {
  private final Map<Integer, Snapshot> partitions = new ConcurrentHashMap<>();
  private final ClockMode mode;
  private final InstantSource wall;

  /**
   * What a partition knows.
   *
   * @param completeUntil by feed; a feed that has promised nothing is missing
   * @param retired feeds that nobody waits for
   * @param held how many promises wait for their rides
   */
  record Snapshot(Map<String, Instant> completeUntil, Set<String> retired, int held) {}

  public FeedProgress(
      List<String> feeds, ClockMode mode, InstantSource wall, MeterRegistry meters) {
    this.mode = mode;
    this.wall = wall;
    for (String feed : feeds) {
      TimeGauge.builder("ridecast.feed.silence", () -> silenceSeconds(feed), TimeUnit.SECONDS)
          .description("Business time since the end of what a feed has sent completely")
          .tag("feed", feed)
          .register(meters);
      TimeGauge.builder(
              "ridecast.watermark.timestamp", () -> watermarkSeconds(feed), TimeUnit.SECONDS)
          .description("Until when a feed has sent everything, since 1970")
          .tag("feed", feed)
          .register(meters);
    }
    Gauge.builder("ridecast.watermarks.held", this::held)
        .description("Watermarks that wait for the rides that they speak of")
        .register(meters);
  }

  void update(int partition, Snapshot snapshot) {
    partitions.put(partition, snapshot);
  }

  /** The partition has left this instance. */
  void remove(int partition) {
    partitions.remove(partition);
  }

  /**
   * The watermark's clock stands still when the feeds do: then nothing is silent, and a feed that
   * has retired is not missed.
   */
  private double silenceSeconds(String feed) {
    if (mode == ClockMode.WATERMARK || isRetired(feed)) {
      return 0;
    }
    return completeUntil(feed)
        .map(until -> Duration.between(until, wall.instant()).toMillis() / 1000.0)
        .map(seconds -> Math.max(0, seconds))
        .orElse(Double.NaN);
  }

  private boolean isRetired(String feed) {
    return partitions.values().stream().anyMatch(snapshot -> snapshot.retired().contains(feed));
  }

  private double watermarkSeconds(String feed) {
    return completeUntil(feed).map(until -> until.toEpochMilli() / 1000.0).orElse(Double.NaN);
  }

  private double held() {
    return partitions.values().stream().mapToInt(Snapshot::held).sum();
  }

  private Optional<Instant> completeUntil(String feed) {
    List<Optional<Instant>> ends =
        partitions.values().stream()
            .map(snapshot -> Optional.ofNullable(snapshot.completeUntil().get(feed)))
            .toList();
    return ends.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : ends.stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
  }
}

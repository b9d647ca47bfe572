package io.ridecast.feed;

import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.settings.Environment;
import java.time.Duration;
import java.util.List;

/**
 * How a feed sends.
 *
 * @param kafka where to
 * @param name the feed's name, one of those that the aggregator waits for (FEEDS)
 * @param grace how long after a local day's end the day closes; a feed that knows a whole day
 *     promises that much more, so that its last day closes too
 */
public record FeedConfig(KafkaConfig kafka, String name, Duration grace) {
  /** The name of a feed that nobody named. */
  public static final String DEFAULT_NAME = "rides";

  private static final Duration DEFAULT_GRACE = Duration.ofHours(2);

  public FeedConfig {
    if (name.isBlank() || name.contains("/")) {
      throw new IllegalArgumentException(
          "a feed's name is not empty and has no slash, but this is \"" + name + "\"");
    }
    if (grace.isNegative()) {
      throw new IllegalArgumentException("GRACE is negative: " + grace);
    }
  }

  /** With the default name and grace. */
  public static FeedConfig of(KafkaConfig kafka) {
    return new FeedConfig(kafka, DEFAULT_NAME, DEFAULT_GRACE);
  }

  /** The settings KAFKA_..., FEEDS (its first is this feed) and GRACE. */
  public static FeedConfig from(Environment environment) {
    KafkaConfig kafka = KafkaConfig.from(environment);
    List<String> feeds = environment.list("FEEDS", List.of(DEFAULT_NAME));
    Duration grace = environment.duration("GRACE", DEFAULT_GRACE);
    String name = feeds.get(0);
    if (name.contains("/")) {
      environment.problem("FEEDS", "has to be names without a slash");
      name = DEFAULT_NAME;
    }
    return new FeedConfig(kafka, name, grace);
  }

  /** The same for a feed of another name. */
  public FeedConfig named(String other) {
    return new FeedConfig(kafka, other, grace);
  }
}

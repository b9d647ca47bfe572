package io.ridecast.aggregator;

import io.ridecast.aggregator.days.LedgerRules;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.InvalidCatalogue;
import io.ridecast.forecasting.catalogue.InvalidServiceCalendar;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.runtime.time.ClockMode;
import io.ridecast.runtime.time.FollowedClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the aggregator is set up with.
 *
 * @param feeds that have to promise a day before it closes
 * @param packing whether the rides of a poll go through Kafka Streams as one record
 * @param httpPort for metrics and health; 0 for any free one
 */
public record AggregatorConfig(
    KafkaConfig kafka,
    Path stateDir,
    Catalogue catalogue,
    ServiceCalendar calendar,
    List<String> feeds,
    LedgerRules rules,
    ClockMode clock,
    Packing packing,
    int httpPort) {

  /** Whether rides are packed. */
  public enum Packing {
    ON,
    OFF
  }

  public AggregatorConfig {
    feeds = List.copyOf(feeds);
  }

  /** Reads the settings; what is wrong with them is noted in the environment. */
  public static AggregatorConfig from(Environment environment) {
    return new AggregatorConfig(
        KafkaConfig.from(environment),
        environment.path("STATE_DIR", Path.of("state")),
        environment.file("CATALOG", Catalogue::load, Catalogue::chicago, InvalidCatalogue.class),
        environment.file(
            "SERVICE_CALENDAR",
            ServiceCalendar::load,
            ServiceCalendar::always,
            InvalidServiceCalendar.class),
        environment.list("FEEDS", List.of("rides")),
        new LedgerRules(
            environment.duration("GRACE", Duration.ofHours(2)),
            environment.duration("REVISION_WINDOW", Duration.ofDays(14))),
        FollowedClock.from(environment),
        environment.choice("RIDE_PACKING", Packing.class, Packing.ON),
        environment.integer("HTTP_PORT", 8082, 0, 65_535));
  }
}

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
        catalogue(environment),
        calendar(environment),
        environment.list("FEEDS", List.of("rides")),
        new LedgerRules(
            environment.duration("GRACE", Duration.ofHours(2)),
            environment.duration("REVISION_WINDOW", Duration.ofDays(14))),
        FollowedClock.from(environment),
        environment.choice("RIDE_PACKING", Packing.class, Packing.ON),
        environment.integer("HTTP_PORT", 8082, 0, 65_535));
  }

  private static Catalogue catalogue(Environment environment) {
    try {
      return environment.path("CATALOG").map(Catalogue::load).orElseGet(Catalogue::chicago);
    } catch (InvalidCatalogue invalid) {
      environment.problem("CATALOG", String.valueOf(invalid.getMessage()));
      return Catalogue.chicago();
    }
  }

  private static ServiceCalendar calendar(Environment environment) {
    try {
      return environment
          .path("SERVICE_CALENDAR")
          .map(ServiceCalendar::load)
          .orElseGet(ServiceCalendar::always);
    } catch (InvalidServiceCalendar invalid) {
      environment.problem("SERVICE_CALENDAR", String.valueOf(invalid.getMessage()));
      return ServiceCalendar.always();
    }
  }
}

package io.ridecast.predictor;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.InvalidCatalogue;
import io.ridecast.forecasting.catalogue.InvalidServiceCalendar;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.forecasting.holidays.EventCalendar;
import io.ridecast.forecasting.holidays.InvalidEvents;
import io.ridecast.runtime.artifacts.ArtifactReader;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.runtime.storage.Storage;
import io.ridecast.runtime.storage.StorageConfig;
import io.ridecast.runtime.time.ClockMode;
import io.ridecast.runtime.time.FollowedClock;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the predictor is set up with.
 *
 * @param events the operator's own days
 * @param models where bundles are fetched from
 * @param grace how long after its end a day closes
 * @param httpPort of the look-ups and the page; 0 for any free one
 */
public record PredictorConfig(
    KafkaConfig kafka,
    Path stateDir,
    Catalogue catalogue,
    ServiceCalendar calendar,
    EventCalendar events,
    ArtifactReader models,
    Duration grace,
    ClockMode clock,
    int httpPort) {
  private static final Path STATE = Path.of("state");

  /** Reads the settings; what is wrong with them is noted in the environment. */
  public static PredictorConfig from(Environment environment) {
    Catalogue catalogue =
        environment.file("CATALOG", Catalogue::load, Catalogue::chicago, InvalidCatalogue.class);
    return new PredictorConfig(
        KafkaConfig.from(environment),
        environment.path("STATE_DIR", STATE),
        catalogue,
        environment.file(
            "SERVICE_CALENDAR",
            ServiceCalendar::load,
            ServiceCalendar::always,
            InvalidServiceCalendar.class),
        environment.file(
            "EVENTS",
            file -> EventCalendar.load(file, catalogue),
            EventCalendar::none,
            InvalidEvents.class),
        new Storage(StorageConfig.from(environment)),
        environment.duration("GRACE", Duration.ofHours(2)),
        FollowedClock.from(environment),
        environment.integer("HTTP_PORT", 8080, 0, 65_535));
  }
}

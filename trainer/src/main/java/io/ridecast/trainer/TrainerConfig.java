package io.ridecast.trainer;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.InvalidCatalogue;
import io.ridecast.forecasting.holidays.EventCalendar;
import io.ridecast.forecasting.holidays.InvalidEvents;
import io.ridecast.forecasting.training.TrainingParameters;
import io.ridecast.runtime.artifacts.ArtifactStore;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.runtime.time.ClockMode;
import io.ridecast.runtime.time.FollowedClock;
import io.ridecast.trainer.requests.TrainingSchedule;
import java.net.URI;
import java.util.Locale;

/**
 * A trainer's settings.
 *
 * @param kafka the broker
 * @param catalogue the communities
 * @param events the operator's own days
 * @param modelStore where bundles are kept, {@code file:/...}
 * @param clock what the schedule goes by
 * @param cron when to train, as in crontab, in the catalogue's zone
 * @param parameters how models are trained
 * @param port of metrics and health, 0 for any free one
 * @param portSetting the setting that the port comes from
 */
public record TrainerConfig(
    KafkaConfig kafka,
    Catalogue catalogue,
    EventCalendar events,
    URI modelStore,
    ClockMode clock,
    String cron,
    TrainingParameters parameters,
    int port,
    String portSetting) {
  /** At 5 in the morning, every day. */
  public static final String DEFAULT_CRON = "0 5 * * *";

  private static final int DEFAULT_PORT = 8083;
  private static final URI NO_STORE = URI.create("file:/");

  /** Reads the environment; wrong settings are noted there. */
  public static TrainerConfig from(Environment environment) {
    Catalogue catalogue = catalogue(environment);
    return new TrainerConfig(
        KafkaConfig.from(environment),
        catalogue,
        events(environment, catalogue),
        modelStore(environment),
        FollowedClock.from(environment),
        cron(environment, catalogue),
        environment.choice("TRAINING_PROFILE", Profile.class, Profile.FULL).parameters(),
        environment.integer("HTTP_PORT", DEFAULT_PORT, 0, 65_535),
        "HTTP_PORT");
  }

  private static Catalogue catalogue(Environment environment) {
    try {
      return environment.path("CATALOG").map(Catalogue::load).orElseGet(Catalogue::chicago);
    } catch (InvalidCatalogue e) {
      environment.problem("CATALOG", String.valueOf(e.getMessage()));
      return Catalogue.chicago();
    }
  }

  private static EventCalendar events(Environment environment, Catalogue catalogue) {
    try {
      return environment
          .path("EVENTS")
          .map(file -> EventCalendar.load(file, catalogue))
          .orElseGet(EventCalendar::none);
    } catch (InvalidEvents e) {
      environment.problem("EVENTS", String.valueOf(e.getMessage()));
      return EventCalendar.none();
    }
  }

  private static URI modelStore(Environment environment) {
    environment.required("MODEL_STORE");
    URI store = environment.uri("MODEL_STORE", NO_STORE);
    try {
      ArtifactStore.at(store);
    } catch (IllegalArgumentException e) {
      environment.problem("MODEL_STORE", String.valueOf(e.getMessage()));
    }
    return store;
  }

  private static String cron(Environment environment, Catalogue catalogue) {
    String cron = environment.text("TRAINING_CRON", DEFAULT_CRON).toUpperCase(Locale.ROOT);
    try {
      new TrainingSchedule(cron, catalogue.serviceDay().zone());
    } catch (IllegalArgumentException e) {
      environment.problem(
          "TRAINING_CRON",
          "has to be minute, hour, day of month, month and day of week as in crontab, such as \""
              + DEFAULT_CRON
              + "\" or \"0 5 * * MON\"");
    }
    return cron;
  }

  /** How much effort goes into a model. */
  private enum Profile {
    /** As accurate as this release can. */
    FULL,
    /** A model within seconds. */
    QUICK;

    TrainingParameters parameters() {
      return this == FULL ? TrainingParameters.defaults() : TrainingParameters.quick();
    }
  }
}

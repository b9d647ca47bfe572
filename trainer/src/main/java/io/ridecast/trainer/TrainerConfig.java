package io.ridecast.trainer;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.InvalidCatalogue;
import io.ridecast.forecasting.holidays.EventCalendar;
import io.ridecast.forecasting.holidays.InvalidEvents;
import io.ridecast.forecasting.training.TrainingParameters;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.runtime.storage.StorageConfig;
import io.ridecast.runtime.time.ClockMode;
import io.ridecast.runtime.time.FollowedClock;
import io.ridecast.trainer.requests.Schedules;
import io.ridecast.trainer.requests.TrainingSchedule;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A trainer's settings.
 *
 * @param kafka the broker
 * @param catalogue the communities
 * @param events the operator's own days
 * @param storage where models and the files of runs are kept
 * @param clock what the schedule goes by
 * @param cron when to train, as in crontab, in the catalogue's zone
 * @param recalibrationCron when to calibrate the champion anew, likewise
 * @param parameters how models are trained unless a search finds better ones
 * @param trials of a search, the parameters above included; below 2 there is none
 * @param longestSearch time that a search takes at most
 * @param port of metrics and health, 0 for any free one
 * @param portSetting the setting that the port comes from
 */
public record TrainerConfig(
    KafkaConfig kafka,
    Catalogue catalogue,
    EventCalendar events,
    StorageConfig storage,
    ClockMode clock,
    String cron,
    String recalibrationCron,
    TrainingParameters parameters,
    int trials,
    Duration longestSearch,
    int port,
    String portSetting) {
  /** At 5 in the morning, every day. */
  public static final String DEFAULT_CRON = "0 5 * * *";

  /**
   * Half an hour later: when the training of the night was refused, its calibration is not lost.
   */
  public static final String DEFAULT_RECALIBRATION_CRON = "30 5 * * *";

  private static final Duration DEFAULT_LONGEST_SEARCH = Duration.ofMinutes(10);
  private static final int MOST_TRIALS = 1_000;
  private static final int DEFAULT_PORT = 8083;

  /** Reads the environment; wrong settings are noted there. */
  public static TrainerConfig from(Environment environment) {
    Catalogue catalogue =
        environment.file("CATALOG", Catalogue::load, Catalogue::chicago, InvalidCatalogue.class);
    Profile profile = environment.choice("TRAINING_PROFILE", Profile.class, Profile.FULL);
    return new TrainerConfig(
        KafkaConfig.from(environment),
        catalogue,
        environment.file(
            "EVENTS",
            file -> EventCalendar.load(file, catalogue),
            EventCalendar::none,
            InvalidEvents.class),
        StorageConfig.from(environment),
        FollowedClock.from(environment),
        cron(environment, catalogue, "TRAINING_CRON", DEFAULT_CRON),
        cron(environment, catalogue, "RECALIBRATION_CRON", DEFAULT_RECALIBRATION_CRON),
        profile.parameters(),
        environment.integer("TUNE_TRIALS", profile.trials, 0, MOST_TRIALS),
        environment.duration("TUNE_TIME", DEFAULT_LONGEST_SEARCH),
        environment.integer("HTTP_PORT", DEFAULT_PORT, 0, 65_535),
        "HTTP_PORT");
  }

  /** When to train and to recalibrate. */
  Schedules schedules() {
    ZoneId zone = catalogue.serviceDay().zone();
    return new Schedules(
        new TrainingSchedule(cron, zone), new TrainingSchedule(recalibrationCron, zone));
  }

  private static String cron(
      Environment environment, Catalogue catalogue, String setting, String fallback) {
    String cron = environment.text(setting, fallback).toUpperCase(Locale.ROOT);
    try {
      new TrainingSchedule(cron, catalogue.serviceDay().zone());
    } catch (IllegalArgumentException e) {
      environment.problem(
          setting,
          "has to be minute, hour, day of month, month and day of week as in crontab, such as \""
              + fallback
              + "\" or \"0 5 * * MON\"");
    }
    return cron;
  }

  /** How much effort goes into a model. */
  private enum Profile {
    /** As accurate as this release can. */
    FULL(30),
    /** A model within seconds. */
    QUICK(0);

    private final int trials;

    Profile(int trials) {
      this.trials = trials;
    }

    TrainingParameters parameters() {
      return this == FULL ? TrainingParameters.defaults() : TrainingParameters.quick();
    }
  }
}

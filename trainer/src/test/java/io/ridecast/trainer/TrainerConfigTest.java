package io.ridecast.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ridecast.forecasting.training.TrainingParameters;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.runtime.settings.InvalidSettings;
import io.ridecast.runtime.time.ClockMode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerConfigTest {
  @Test
  void shouldNeedABrokerAndAStoreAlone() {
    Environment environment =
        Environment.of(
            Map.of("KAFKA_BOOTSTRAP_SERVERS", "localhost:9092", "MODEL_STORE", "file:/models"));

    TrainerConfig config = TrainerConfig.from(environment);

    environment.check();
    assertThat(config.kafka().bootstrapServers()).isEqualTo("localhost:9092");
    assertThat(config.catalogue().communities()).hasSize(77);
    assertThat(config.clock()).isEqualTo(ClockMode.WALL);
    assertThat(config.cron()).isEqualTo("0 5 * * *");
    assertThat(config.recalibrationCron()).isEqualTo("30 5 * * *");
    assertThat(config.trials()).isEqualTo(30);
    assertThat(config.longestSearch()).isEqualTo(Duration.ofMinutes(10));
    assertThat(config.parameters()).isEqualTo(TrainingParameters.defaults());
    assertThat(config.port()).isEqualTo(8083);
  }

  @Test
  void shouldTakeEverySetting(@TempDir Path directory) throws Exception {
    Path zones = directory.resolve("zones.csv");
    Files.writeString(zones, "number,name,latitude,longitude\n5,Downtown,40.4,-80.0\n");
    Environment environment =
        Environment.of(
            settings(
                "KAFKA_BOOTSTRAP_SERVERS", "broker:9092",
                "MODEL_STORE", directory.toUri().toString(),
                "CATALOG", zones.toString(),
                "CLOCK", "watermark",
                "TRAINING_CRON", "30 4 * * mon",
                "RECALIBRATION_CRON", "0 4 * * *",
                "TRAINING_PROFILE", "quick",
                "TUNE_TRIALS", "12",
                "TUNE_TIME", "PT90S",
                "HTTP_PORT", "0"));

    TrainerConfig config = TrainerConfig.from(environment);

    environment.check();
    assertThat(config.storage().root()).isEqualTo(URI.create(directory.toUri().toString()));
    assertThat(config.catalogue().communities()).hasSize(1);
    assertThat(config.clock()).isEqualTo(ClockMode.WATERMARK);
    assertThat(config.cron()).isEqualTo("30 4 * * MON");
    assertThat(config.recalibrationCron()).isEqualTo("0 4 * * *");
    assertThat(config.trials()).isEqualTo(12);
    assertThat(config.longestSearch()).isEqualTo(Duration.ofSeconds(90));
    assertThat(config.parameters()).isEqualTo(TrainingParameters.quick());
    assertThat(config.port()).isZero();
  }

  @Test
  void shouldNameEveryProblemAtOnce() {
    Environment environment =
        Environment.of(
            Map.of(
                "MODEL_STORE", "ftp://models",
                "CATALOG", "/nowhere/zones.csv",
                "EVENTS", "/nowhere/events.csv",
                "TRAINING_CRON", "every morning",
                "RECALIBRATION_CRON", "at noon",
                "TUNE_TRIALS", "many",
                "HTTP_PORT", "http"));

    TrainerConfig.from(environment);

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(environment::check)
        .withMessageContaining("KAFKA_BOOTSTRAP_SERVERS")
        .withMessageContaining("MODEL_STORE=ftp://models")
        .withMessageContaining("/nowhere/zones.csv")
        .withMessageContaining("EVENTS=/nowhere/events.csv")
        .withMessageContaining("TRAINING_CRON=every morning")
        .withMessageContaining("RECALIBRATION_CRON=at noon")
        .withMessageContaining("TUNE_TRIALS=many")
        .withMessageContaining("HTTP_PORT=http");
  }

  @Test
  void shouldNotSearchForAQuickModel() {
    Environment environment =
        Environment.of(
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "broker:9092",
                "MODEL_STORE", "file:/models",
                "TRAINING_PROFILE", "quick"));

    assertThat(TrainerConfig.from(environment).trials()).isZero();
  }

  private static Map<String, String> settings(String... namesAndValues) {
    Map<String, String> settings = new HashMap<>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      settings.put(namesAndValues[at], namesAndValues[at + 1]);
    }
    return settings;
  }
}

package io.ridecast.runtime.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ridecast.runtime.mlflow.MlflowConfig;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.runtime.settings.InvalidSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageConfigTest {
  @Test
  void shouldNeedAModelStoreAlone() {
    Environment environment = Environment.of(Map.of("MODEL_STORE", "file:/models"));

    StorageConfig config = StorageConfig.from(environment);

    environment.check();
    assertThat(config.root()).isEqualTo(URI.create("file:/models"));
    assertThat(config.mlflow()).isEmpty();
  }

  @Test
  void shouldTakeEverySetting() {
    Environment environment =
        Environment.of(
            Map.of(
                "MODEL_STORE", "s3://models/ridecast",
                "MLFLOW_TRACKING_URI", "https://mlflow:5000",
                "MLFLOW_TRACKING_TOKEN", "t0p",
                "MLFLOW_HTTP_REQUEST_TIMEOUT", "7",
                "MLFLOW_EXPERIMENT_NAME", "scooters",
                "MLFLOW_S3_ENDPOINT_URL", "http://localhost:9000",
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "who",
                "AWS_SECRET_ACCESS_KEY", "s3cret"));

    StorageConfig config = StorageConfig.from(environment);

    environment.check();
    MlflowConfig mlflow = config.mlflow().orElseThrow();
    assertThat(mlflow.server()).isEqualTo(URI.create("https://mlflow:5000"));
    assertThat(mlflow.authorization()).contains("Bearer t0p");
    assertThat(mlflow.deadline()).isEqualTo(Duration.ofSeconds(7));
    assertThat(mlflow.experiment()).isEqualTo("scooters");
    assertThat(config.s3().endpoint()).contains(URI.create("http://localhost:9000"));
    assertThat(config.s3().region()).isEqualTo("eu-central-1");
    assertThat(config.s3().keys().orElseThrow().secret()).isEqualTo("s3cret");
    assertThat(config.toString()).doesNotContain("t0p").doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://models", "s3:models", "file://host/models", "file:models"})
  void shouldRefuseAStoreThatIsNone(String store) {
    Environment environment = Environment.of(Map.of("MODEL_STORE", store));

    StorageConfig config = StorageConfig.from(environment);

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(environment::check)
        .withMessageContaining(store)
        .withMessageContaining("s3://bucket/prefix");
    new Storage(config); // goes on, so that every problem can be named
  }

  @Test
  void shouldNameWhatIsWrongWithoutSayingSecrets() {
    Environment environment =
        Environment.of(
            Map.of(
                "MODEL_STORE", "file:/models",
                "MLFLOW_TRACKING_URI", "http://user:hidden@mlflow",
                "MLFLOW_TRACKING_USERNAME", "user",
                "AWS_SECRET_ACCESS_KEY", "s3cret"));

    StorageConfig.from(environment);

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(environment::check)
        .withMessageContaining("MLFLOW_TRACKING_URI")
        .withMessageContaining("MLFLOW_TRACKING_PASSWORD")
        .withMessageContaining("AWS_ACCESS_KEY_ID")
        .withMessageNotContaining("hidden")
        .withMessageNotContaining("s3cret");
  }
}

package io.ridecast.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KAFKA_SSL_KEYSTORE_PASSWORD",
        "sasl.jaas.config",
        "API_TOKEN",
        "AWS_SECRET_ACCESS_KEY",
        "SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO"
      })
  void shouldMaskWhatSoundsSecret(String name) {
    assertThat(Secrets.shown(name, "hunter2")).isEqualTo("****");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP_PORT", "STATE_DIR", "KAFKA_BOOTSTRAP_SERVERS"})
  void shouldShowTheRest(String name) {
    assertThat(Secrets.shown(name, "value")).isEqualTo("value");
  }
}

package io.ridecast.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryConfigTest {
  private static final String URL = "SCHEMA_REGISTRY_URL";

  @Test
  void shouldNeedAnAddressAlone() {
    RegistryConfig config = RegistryConfig.from(Map.of(URL, "http://localhost:8081", "PATH", "x"));

    assertThat(config).isEqualTo(RegistryConfig.of(URI.create("http://localhost:8081")));
    assertThat(config.deadline()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void shouldTakeEverySetting(@TempDir Path directory) throws Exception {
    Path trust = Files.createFile(directory.resolve("trust.p12"));
    Path keys = Files.createFile(directory.resolve("keys.jks"));

    RegistryConfig config =
        RegistryConfig.from(
            Map.of(
                URL,
                "https://registry:443/apis/ccompat/v7",
                "SCHEMA_REGISTRY_BASIC_AUTH",
                "ride:cast:x",
                "SCHEMA_REGISTRY_SSL_TRUSTSTORE_LOCATION",
                trust.toString(),
                "SCHEMA_REGISTRY_SSL_KEYSTORE_LOCATION",
                keys.toString(),
                "SCHEMA_REGISTRY_SSL_KEYSTORE_PASSWORD",
                "secret",
                "SCHEMA_REGISTRY_SSL_KEYSTORE_TYPE",
                "JKS",
                "SCHEMA_REGISTRY_DEADLINE",
                "PT5S"));

    assertThat(config.url()).isEqualTo(URI.create("https://registry:443/apis/ccompat/v7"));
    assertThat(config.basicAuth()).contains(new BasicAuth("ride", "cast:x"));
    assertThat(config.trustStore()).contains(new TlsStore(trust, "", "PKCS12"));
    assertThat(config.keyStore()).contains(new TlsStore(keys, "secret", "JKS"));
    assertThat(config.deadline()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void shouldNameEveryProblemAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                RegistryConfig.from(
                    Map.of(
                        "SCHEMA_REGISTRY_BASIC_AUTH", "no-colon",
                        "SCHEMA_REGISTRY_SSL_TRUSTSTORE_LOCATION", "/nowhere/trust.p12",
                        "SCHEMA_REGISTRY_DEADLINE", "soon")))
        .withMessageContaining("SCHEMA_REGISTRY_URL is missing")
        .withMessageContaining("SCHEMA_REGISTRY_BASIC_AUTH must be <user>:<password>")
        .withMessageContaining("/nowhere/trust.p12")
        .withMessageContaining("PT60S, not soon");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:8081",
        "ftp://registry",
        "http://user:hush@registry",
        "http:// x",
        "http://"
      })
  void shouldRefuseAnotherAddressWithoutRepeatingIt(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RegistryConfig.from(Map.of(URL, url)))
        .withMessageContaining("SCHEMA_REGISTRY_URL must be one http://")
        .withMessageNotContaining("hush");
  }

  @Test
  void shouldNeverPrintAPassword() {
    RegistryConfig config =
        new RegistryConfig(
            URI.create("http://registry"),
            Optional.of(new BasicAuth("ride", "hush")),
            Optional.of(new TlsStore(Path.of("trust"), "hush", "JKS")),
            Optional.empty(),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));

    assertThat(config.toString()).contains("user=ride").doesNotContain("hush");
  }
}

package io.ridecast.schemas.registry;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Where a registry is and how to talk to it.
 *
 * @param url start of its Confluent-compatible API
 * @param basicAuth user and password, if it asks for them
 * @param trustStore certificates to trust; without it, those of the JDK
 * @param keyStore our own certificate, if the registry asks for one
 * @param requestTimeout longest wait for one answer
 * @param deadline longest wait for an answer over all attempts
 */
public record RegistryConfig(
    URI url,
    Optional<BasicAuth> basicAuth,
    Optional<TlsStore> trustStore,
    Optional<TlsStore> keyStore,
    Duration requestTimeout,
    Duration deadline) {

  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  /** A registry that asks for nothing. */
  public static RegistryConfig of(URI url) {
    return new RegistryConfig(
        url, Optional.empty(), Optional.empty(), Optional.empty(), REQUEST_TIMEOUT, DEADLINE);
  }

  /**
   * Reads the settings {@code SCHEMA_REGISTRY_...} of an environment.
   *
   * @throws IllegalArgumentException naming every setting that is missing or wrong
   */
  public static RegistryConfig from(Map<String, String> environment) {
    RegistrySettings settings = new RegistrySettings(environment);
    RegistryConfig config =
        new RegistryConfig(
            settings.url(),
            settings.basicAuth(),
            settings.store("TRUSTSTORE"),
            settings.store("KEYSTORE"),
            REQUEST_TIMEOUT,
            settings.deadline(DEADLINE));
    settings.check();
    return config;
  }

  /** The same with another patience. */
  public RegistryConfig withTimeouts(Duration request, Duration overall) {
    return new RegistryConfig(url, basicAuth, trustStore, keyStore, request, overall);
  }
}

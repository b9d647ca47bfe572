package io.ridecast.runtime.artifacts.s3;

import io.ridecast.runtime.settings.Environment;
import java.net.URI;
import java.util.Optional;

/**
 * How S3 is reached, by the names that AWS and MLflow give their settings.
 *
 * @param endpoint another server that speaks S3's protocol
 * @param region its region
 * @param keys who asks; without them the SDK looks where it always does (profile, container, ...)
 */
public record S3Settings(Optional<URI> endpoint, String region, Optional<AccessKeys> keys) {
  private static final String DEFAULT_REGION = "us-east-1";

  /** AWS itself, with what the SDK finds. */
  public static S3Settings defaults() {
    return new S3Settings(Optional.empty(), DEFAULT_REGION, Optional.empty());
  }

  /** Reads the environment; what is wrong is noted there. */
  public static S3Settings from(Environment environment) {
    return new S3Settings(
        environment
            .uri("AWS_ENDPOINT_URL_S3")
            .or(() -> environment.uri("MLFLOW_S3_ENDPOINT_URL"))
            .or(() -> environment.uri("AWS_ENDPOINT_URL")),
        environment
            .text("AWS_REGION")
            .or(() -> environment.text("AWS_DEFAULT_REGION"))
            .orElse(DEFAULT_REGION),
        AccessKeys.from(environment));
  }

  /** Where that is, for messages. */
  String place() {
    return endpoint.map(address -> "S3 at " + address).orElse("S3 in " + region);
  }
}

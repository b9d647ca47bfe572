package io.ridecast.runtime.mlflow;

import io.ridecast.runtime.settings.Environment;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Where MLflow is and how to talk to it, by the names that MLflow gives its settings.
 *
 * @param server its address, without user and password
 * @param authorization the header that says who asks; secret
 * @param deadline longest wait for an answer
 * @param experiment where runs are written
 */
public record MlflowConfig(
    URI server, Optional<String> authorization, Duration deadline, String experiment) {
  private static final String SERVER = "MLFLOW_TRACKING_URI";
  private static final int DEADLINE_SECONDS = 10;
  private static final int MOST_SECONDS = 600;

  /** A server that asks nobody who it is. */
  public static MlflowConfig of(URI server) {
    return new MlflowConfig(
        server, Optional.empty(), Duration.ofSeconds(DEADLINE_SECONDS), "ridecast");
  }

  /** Reads the environment, where what is wrong is noted; empty if there is to be no MLflow. */
  public static Optional<MlflowConfig> from(Environment environment) {
    return environment.text(SERVER).flatMap(text -> read(text, environment));
  }

  private static Optional<MlflowConfig> read(String text, Environment environment) {
    int seconds =
        environment.integer("MLFLOW_HTTP_REQUEST_TIMEOUT", DEADLINE_SECONDS, 1, MOST_SECONDS);
    String experiment = environment.text("MLFLOW_EXPERIMENT_NAME", "ridecast");
    Optional<String> authorization = authorization(environment);
    try {
      URI server = URI.create(text);
      boolean http = "http".equals(server.getScheme()) || "https".equals(server.getScheme());
      if (http && server.getHost() != null && server.getUserInfo() == null) {
        return Optional.of(
            new MlflowConfig(server, authorization, Duration.ofSeconds(seconds), experiment));
      }
    } catch (IllegalArgumentException e) {
      // falls through to the same answer
    }
    environment.problem(
        SERVER,
        "has to be the http:// or https:// address of an MLflow server, without user and password"
            + " (MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN)");
    return Optional.empty();
  }

  private static Optional<String> authorization(Environment environment) {
    Optional<String> user = environment.text("MLFLOW_TRACKING_USERNAME");
    if (user.isPresent()) {
      String pair = user.get() + ":" + environment.required("MLFLOW_TRACKING_PASSWORD");
      return Optional.of(
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
    return environment.text("MLFLOW_TRACKING_TOKEN").map(token -> "Bearer " + token);
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return "MlflowConfig[%s, experiment %s]".formatted(server, experiment);
  }
}

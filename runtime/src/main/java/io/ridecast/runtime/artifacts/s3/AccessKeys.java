package io.ridecast.runtime.artifacts.s3;

import io.ridecast.runtime.settings.Environment;
import java.util.Optional;

/**
 * Keys that were given in the settings.
 *
 * @param id which key
 * @param secret its secret
 * @param sessionToken of keys that pass
 */
public record AccessKeys(String id, String secret, Optional<String> sessionToken) {

  static Optional<AccessKeys> from(Environment environment) {
    Optional<String> id = environment.text("AWS_ACCESS_KEY_ID");
    Optional<String> secret = environment.text("AWS_SECRET_ACCESS_KEY");
    if (id.isPresent() != secret.isPresent()) {
      environment.problem(
          id.isPresent() ? "AWS_SECRET_ACCESS_KEY" : "AWS_ACCESS_KEY_ID",
          "it is needed beside the other of the two");
    }
    return id.flatMap(
        key ->
            secret.map(value -> new AccessKeys(key, value, environment.text("AWS_SESSION_TOKEN"))));
  }

  /** Says nothing. */
  @Override
  public String toString() {
    return "AccessKeys[****]";
  }
}

package io.ridecast.trainer.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.ridecast.runtime.mlflow.MlflowFailure;
import io.ridecast.runtime.mlflow.MlflowServer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The experiment that runs belong to; made where it is missing. */
final class Experiment {
  private final MlflowServer server;
  private final String name;
  private @Nullable String id;

  Experiment(MlflowServer server, String name) {
    this.server = server;
    this.name = name;
  }

  synchronized String id() throws MlflowFailure {
    String known = id;
    if (known == null) {
      known = found();
      id = known;
    }
    return known;
  }

  private String found() throws MlflowFailure {
    try {
      return asked();
    } catch (MlflowFailure e) {
      if (!e.is(MlflowFailure.MISSING)) {
        throw e;
      }
      return made();
    }
  }

  private String asked() throws MlflowFailure {
    JsonNode answer = server.get("experiments/get-by-name", Map.of("experiment_name", name));
    return answer.path("experiment").path("experiment_id").asText();
  }

  private String made() throws MlflowFailure {
    try {
      JsonNode answer = server.post("experiments/create", Json.object().put("name", name));
      return answer.path("experiment_id").asText();
    } catch (MlflowFailure e) {
      if (!e.is(MlflowFailure.EXISTS)) {
        throw e;
      }
      return asked(); // another one was quicker, or the first answer was lost
    }
  }
}

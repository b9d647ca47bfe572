package io.ridecast.trainer.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ridecast.runtime.mlflow.MlflowFailure;
import io.ridecast.runtime.mlflow.MlflowServer;
import io.ridecast.trainer.models.RegisteredModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The versions of one registered model. */
final class ModelVersions {
  private static final int MOST = 1_000;

  private final MlflowServer server;
  private final String name;

  ModelVersions(MlflowServer server, String name) {
    this.server = server;
    this.name = name;
  }

  /** Lets the model itself be there. */
  void requireModel(String description) throws MlflowFailure {
    try {
      server.post(
          "registered-models/create",
          Json.object().put("name", name).put("description", description));
    } catch (MlflowFailure e) {
      if (!e.is(MlflowFailure.EXISTS)) {
        throw e;
      }
    }
  }

  /** All versions that a trainer has made, the newest first. */
  List<RegisteredModel> all() throws MlflowFailure {
    return search("name='%s'".formatted(name));
  }

  /** Those of a run, the newest first. */
  List<RegisteredModel> ofRun(String mlflowRun) throws MlflowFailure {
    return search("name='%s' and run_id='%s'".formatted(name, mlflowRun));
  }

  /** One version. */
  Optional<RegisteredModel> find(String version) throws MlflowFailure {
    try {
      JsonNode answer = server.get("model-versions/get", Map.of("name", name, "version", version));
      return VersionTags.model(answer.path("model_version"));
    } catch (MlflowFailure e) {
      if (e.is(MlflowFailure.MISSING) || e.is(MlflowFailure.INVALID)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Makes a version.
   *
   * @throws MlflowFailure if it is not known to have been made; only a search tells
   */
  void create(MlflowRun run, String description, Map<String, String> tags) throws MlflowFailure {
    ObjectNode version = Json.object().put("name", name).put("run_id", run.id());
    version.put("source", run.address(PythonModel.FOLDER).toString());
    version.put("description", description);
    version.set("tags", Json.pairs(tags));
    server.postOnce("model-versions/create", version);
  }

  /** The version that an alias stands for. */
  Optional<String> alias(String alias) throws MlflowFailure {
    try {
      JsonNode answer = server.get("registered-models/alias", Map.of("name", name, "alias", alias));
      return Optional.of(answer.path("model_version").path("version").asText());
    } catch (MlflowFailure e) {
      if (e.is(MlflowFailure.MISSING) || e.is(MlflowFailure.INVALID)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Lets an alias stand for a version. */
  void alias(String alias, String version) throws MlflowFailure {
    server.post(
        "registered-models/alias",
        Json.object().put("name", name).put("alias", alias).put("version", version));
  }

  /** Lets an alias stand for nothing. */
  void dropAlias(String alias) throws MlflowFailure {
    server.delete("registered-models/alias", Json.object().put("name", name).put("alias", alias));
  }

  private List<RegisteredModel> search(String filter) throws MlflowFailure {
    JsonNode answer =
        server.get(
            "model-versions/search",
            Map.of(
                "filter",
                filter,
                "max_results",
                Integer.toString(MOST),
                "order_by",
                "version_number DESC"));
    List<RegisteredModel> models = new ArrayList<>();
    for (JsonNode version : answer.path("model_versions")) {
      VersionTags.model(version).ifPresent(models::add);
    }
    return models;
  }
}

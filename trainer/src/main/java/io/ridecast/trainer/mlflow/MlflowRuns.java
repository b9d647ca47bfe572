package io.ridecast.trainer.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ridecast.runtime.mlflow.MlflowFailure;
import io.ridecast.runtime.mlflow.MlflowServer;
import io.ridecast.runtime.storage.Storage;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds and makes the runs of one experiment. */
final class MlflowRuns {
  private static final int MOST = 1_000;

  private final MlflowServer server;
  private final Storage storage;
  private final Experiment experiment;

  MlflowRuns(MlflowServer server, Storage storage, String experiment) {
    this.server = server;
    this.storage = storage;
    this.experiment = new Experiment(server, experiment);
  }

  /** The oldest run with this tag, if there is one. */
  Optional<MlflowRun> find(String tag, String value) throws MlflowFailure {
    return all(tag, value).stream().findFirst();
  }

  /** The runs with this tag, the oldest first. */
  List<MlflowRun> all(String tag, String value) throws MlflowFailure {
    ObjectNode query = Json.object();
    query.putArray("experiment_ids").add(experiment.id());
    query.put("filter", "tags.`%s` = '%s'".formatted(tag, value.replace("'", "")));
    query.put("max_results", MOST);
    query.putArray("order_by").add("attributes.start_time ASC");
    List<MlflowRun> runs = new ArrayList<>();
    for (JsonNode run : server.post("runs/search", query).path("runs")) {
      runs.add(run(run));
    }
    return runs;
  }

  /**
   * Makes a run.
   *
   * @throws MlflowFailure if it is not known to have been made; the next search tells
   */
  MlflowRun create(String name, Instant startedAt, Map<String, String> tags) throws MlflowFailure {
    ObjectNode run = Json.object();
    run.put("experiment_id", experiment.id());
    run.put("run_name", name);
    run.put("start_time", startedAt.toEpochMilli());
    run.set("tags", Json.pairs(tags));
    return run(server.postOnce("runs/create", run).path("run"));
  }

  private MlflowRun run(JsonNode run) {
    JsonNode info = run.path("info");
    return new MlflowRun(
        server,
        storage,
        info.path("run_id").asText(),
        URI.create(info.path("artifact_uri").asText()),
        info.path("run_name").asText(),
        info.path("status").asText());
  }
}

package io.ridecast.trainer.mlflow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ridecast.runtime.artifacts.ArtifactUnavailable;
import io.ridecast.runtime.mlflow.MlflowFailure;
import io.ridecast.runtime.mlflow.MlflowServer;
import io.ridecast.runtime.storage.Storage;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run on the server. */
final class MlflowRun {
  private static final Logger LOG = LoggerFactory.getLogger(MlflowRun.class);

  /** More in one batch are refused. */
  private static final int MOST_PER_BATCH = 100;

  private static final String RUNNING = "RUNNING";

  private final MlflowServer server;
  private final Storage storage;
  private final String id;
  private final URI artifacts;
  private final String name;
  private final String status;

  MlflowRun(
      MlflowServer server, Storage storage, String id, URI artifacts, String name, String status) {
    this.server = server;
    this.storage = storage;
    this.id = id;
    this.artifacts = artifacts;
    this.name = name;
    this.status = status;
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  /** Whether it had ended well when it was found. */
  boolean finished() {
    return status.equals("FINISHED");
  }

  /** It goes on, whatever an earlier trainer said of it. */
  void goOn() throws MlflowFailure {
    if (!status.equals(RUNNING)) {
      server.post("runs/update", Json.object().put("run_id", id).put("status", RUNNING));
    }
  }

  /** The address of an artifact. */
  URI address(String path) {
    return URI.create(artifacts.toString().replaceFirst("/*$", "/") + path);
  }

  /** Writes an artifact; one that was there is replaced. */
  URI put(String path, byte[] content) throws ArtifactUnavailable {
    URI address = address(path);
    storage.put(address, content);
    return address;
  }

  /** Parameters; those that are written already do not change any more. */
  void parameters(Map<String, String> values) throws MlflowFailure {
    for (Map<String, String> part : parts(values)) {
      try {
        batch("params", Json.pairs(part));
      } catch (MlflowFailure e) {
        if (!e.is(MlflowFailure.INVALID)) {
          throw e;
        }
        LOG.warn("parameters of {} stay as they were: {}", name, e.getMessage());
      }
    }
  }

  /** Tags, the newest of a name holds. */
  void tags(Map<String, String> values) throws MlflowFailure {
    for (Map<String, String> part : parts(values)) {
      batch("tags", Json.pairs(part));
    }
  }

  /** Measures; what is not a number is left out. */
  void measures(Map<String, Double> values, int step, Instant at) throws MlflowFailure {
    ArrayNode metrics = Json.array();
    values.forEach((key, value) -> Json.measure(metrics, key, value, step, at));
    if (!metrics.isEmpty()) {
      batch("metrics", metrics);
    }
  }

  /** One measure, step by step. */
  void course(String measure, Map<Integer, Double> values, Instant at) throws MlflowFailure {
    ArrayNode metrics = Json.array();
    values.forEach((step, value) -> Json.measure(metrics, measure, value, step, at));
    batch("metrics", metrics);
  }

  /** What it learns from. */
  void input(ObjectNode dataset, String context) throws MlflowFailure {
    ObjectNode body = Json.object().put("run_id", id);
    ObjectNode input = body.putArray("datasets").addObject();
    input.set("dataset", dataset);
    input.putArray("tags").addObject().put("key", "mlflow.data.context").put("value", context);
    server.post("runs/log-inputs", body);
  }

  /**
   * Says how it ended.
   *
   * @param how FINISHED or FAILED
   */
  void end(String how, Instant at) throws MlflowFailure {
    server.post(
        "runs/update",
        Json.object().put("run_id", id).put("status", how).put("end_time", at.toEpochMilli()));
  }

  private void batch(String what, ArrayNode entries) throws MlflowFailure {
    ObjectNode body = Json.object().put("run_id", id);
    body.set(what, entries);
    server.post("runs/log-batch", body);
  }

  private static List<Map<String, String>> parts(Map<String, String> values) {
    List<Map<String, String>> parts = new ArrayList<>();
    Map<String, String> part = new LinkedHashMap<>();
    for (Map.Entry<String, String> value : values.entrySet()) {
      part.put(value.getKey(), value.getValue());
      if (part.size() == MOST_PER_BATCH) {
        parts.add(part);
        part = new LinkedHashMap<>();
      }
    }
    if (!part.isEmpty()) {
      parts.add(part);
    }
    return parts;
  }
}

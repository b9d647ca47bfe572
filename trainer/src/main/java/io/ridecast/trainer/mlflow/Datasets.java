package io.ridecast.trainer.mlflow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ridecast.trainer.steps.HistoryStep;
import io.ridecast.trainer.tracking.DataNote;
import java.util.Map;

/** What a run learns from, as MLflow wants it to be described. */
final class Datasets {
  /** Longer ones are refused. */
  private static final int DIGEST = 36;

  private Datasets() {}

  /**
   * A data set.
   *
   * @param files where the step left it
   */
  static ObjectNode of(DataNote data, Map<String, String> files, String codeVersion) {
    String uri = files.getOrDefault(HistoryStep.FILE, "");
    ObjectNode profile =
        Json.object()
            .put("num_rows", data.rows())
            .put("communities", data.communities())
            .put("rides", data.rides())
            .put("first_day", data.first().toString())
            .put("last_day", data.last().toString())
            .put("events", data.events());
    data.weather()
        .ifPresent(
            weather ->
                profile
                    .putObject("weather")
                    .put("first_day", weather.first().toString())
                    .put("last_day", weather.last().toString())
                    .put("reports", weather.reports()));
    return Json.object()
        .put("name", data.name())
        .put("digest", data.digest().substring(0, Math.min(DIGEST, data.digest().length())))
        .put("source_type", uri.startsWith("s3:") ? "s3" : "local")
        .put("source", source(files, codeVersion).toString())
        .put("schema", Json.object().set("mlflow_colspec", columns()).toString())
        .put("profile", profile.toString());
  }

  private static ObjectNode source(Map<String, String> files, String codeVersion) {
    ObjectNode source = Json.object().put("code_version", codeVersion);
    Map.of("uri", HistoryStep.FILE, "weather", HistoryStep.WEATHER, "events", HistoryStep.EVENTS)
        .forEach((name, file) -> source.put(name, files.getOrDefault(file, "")));
    return source;
  }

  private static ArrayNode columns() {
    ArrayNode columns = Json.array();
    columns.add(column("community", "string"));
    columns.add(column("date", "string"));
    columns.add(column("rides", "double"));
    return columns;
  }

  private static ObjectNode column(String name, String type) {
    return Json.object().put("type", type).put("name", name).put("required", true);
  }
}

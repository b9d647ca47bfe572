package io.ridecast.local.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ridecast.local.ports.Port;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code mlflow models serve}: the champion behind a REST interface, as Python loads it. */
final class ModelServer implements AutoCloseable {
  private final ChildProcess process;
  private final URI address;

  private ModelServer(ChildProcess process, URI address) {
    this.process = process;
    this.address = address;
  }

  static ModelServer start(MlflowParts parts, MlflowProcess tracking) throws Exception {
    int port = Port.free("SERVE").number();
    Map<String, String> variables = new TreeMap<>(parts.variables());
    variables.put("MLFLOW_TRACKING_URI", tracking.address().toString());
    variables.put("MLFLOW_DISABLE_TELEMETRY", "true");
    variables.put("PATH", parts.python().path()); // it starts another program of its own
    List<String> command =
        List.of(
            parts.python().program("mlflow"),
            "models",
            "serve",
            "--model-uri",
            "models:/demand@champion",
            "--env-manager",
            "local",
            "--host",
            "127.0.0.1",
            "--port",
            Integer.toString(port));
    return new ModelServer(
        ChildProcess.start(command, variables, parts.directory().resolve("serve.log")),
        URI.create("http://127.0.0.1:" + port));
  }

  /** What it answers to a row of features; null is a missing value. */
  double prediction(JsonNode request) throws Exception {
    process.awaitAnswer(address.resolve("/ping"));
    HttpRequest asked =
        HttpRequest.newBuilder(address.resolve("/invocations"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(request.toString()))
            .build();
    String answer = HttpClient.newHttpClient().send(asked, BodyHandlers.ofString()).body();
    return new ObjectMapper().readTree(answer).path("predictions").path(0).asDouble();
  }

  @Override
  public void close() {
    process.close();
  }
}

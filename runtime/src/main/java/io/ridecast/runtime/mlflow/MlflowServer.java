package io.ridecast.runtime.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** MLflow's REST API, as far as it is needed here. Safe for use by many threads. */
public final class MlflowServer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CALLS = "/api/2.0/mlflow/";
  private static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts/";

  /** Artifacts are megabytes, and the server hands them on to a store of its own. */
  private static final int ARTIFACT_PATIENCE = 4;

  private final MlflowHttp http;
  private final String base;
  private final Duration deadline;

  /** A server that has not been asked anything yet. */
  public MlflowServer(MlflowConfig config) {
    this.base = config.server().toString().replaceFirst("/+$", "");
    this.deadline = config.deadline();
    this.http = new MlflowHttp(base, config.authorization());
  }

  /** Asks; nothing changes by it. */
  public JsonNode get(String call, Map<String, String> query) throws MlflowFailure {
    String parameters =
        query.entrySet().stream()
            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request = request(CALLS + call + (query.isEmpty() ? "" : "?" + parameters));
    return json(call, http.sent(call, request.GET(), deadline, Repeat.HARMLESS));
  }

  /** Lets something be done that may be done twice. */
  public JsonNode post(String call, JsonNode body) throws MlflowFailure {
    return json(call, send("POST", call, body, Repeat.HARMLESS));
  }

  /**
   * Lets something be done once.
   *
   * @throws MlflowFailure {@link MlflowFailure#uncertain} if it may have been done
   */
  public JsonNode postOnce(String call, JsonNode body) throws MlflowFailure {
    return json(call, send("POST", call, body, Repeat.HARMFUL));
  }

  /** Takes something away; once it is gone, that is an error. */
  public void delete(String call, JsonNode body) throws MlflowFailure {
    send("DELETE", call, body, Repeat.HARMFUL);
  }

  void upload(String path, byte[] content) throws MlflowFailure {
    HttpRequest.Builder request =
        request(ARTIFACTS + path)
            .header("Content-Type", "application/octet-stream")
            .PUT(BodyPublishers.ofByteArray(content));
    http.sent("artifact " + path, request, artifactDeadline(), Repeat.HARMLESS);
  }

  byte[] download(String path) throws MlflowFailure {
    return http.sent(
        "artifact " + path, request(ARTIFACTS + path).GET(), artifactDeadline(), Repeat.HARMLESS);
  }

  private byte[] send(String method, String call, JsonNode body, Repeat repeat)
      throws MlflowFailure {
    HttpRequest.Builder request =
        request(CALLS + call)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body.toString()));
    return http.sent(call, request, deadline, repeat);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path));
  }

  private Duration artifactDeadline() {
    return deadline.multipliedBy(ARTIFACT_PATIENCE);
  }

  private JsonNode json(String call, byte[] body) throws MlflowFailure {
    try {
      return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw MlflowFailure.unanswered(
          "%s gives no JSON to %s: is it an MLflow server?".formatted(base, call), e);
    } catch (IOException e) {
      throw new IllegalStateException("bytes can always be read", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

package io.ridecast.runtime.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ridecast.runtime.artifacts.ArtifactUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MlflowServerTest {
  private static final ObjectNode BODY = JsonNodeFactory.instance.objectNode().put("name", "x");

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer http;
  private URI address;
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Duration HASTY = Duration.ofMillis(400);

  private MlflowServer server;

  private record Answer(int status, String body, Map<String, String> headers) {}

  @BeforeEach
  void start() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/", this::handle);
    http.setExecutor(threads);
    http.start();
    address = URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    server = server(Optional.of("Bearer t0p"), PATIENT);
  }

  @AfterEach
  void stop() {
    over.countDown();
    http.stop(0);
    threads.shutdownNow();
  }

  @Test
  void shouldSayWhoAsksAndEncodeWhatIsAskedFor() throws Exception {
    answer(200, "{\"ok\": true}");

    assertThat(server.get("model-versions/search", Map.of("filter", "name='a b'")).path("ok"))
        .hasToString("true");

    assertThat(asked)
        .containsExactly(
            "GET /api/2.0/mlflow/model-versions/search?filter=name%3D%27a+b%27 Bearer t0p");
  }

  @Test
  void shouldComeAgainWhenTheServerIsBusy() throws Exception {
    answer(429, "", Map.of("Retry-After", "0"));
    answer(503, "");
    answer(200, "{}");

    server.post("runs/log-batch", BODY);

    assertThat(asked).hasSize(3);
  }

  @Test
  void shouldNotComeAgainWhenTheServerAsksForMuchTime() {
    answer(429, "slow down", Map.of("Retry-After", "120"));

    assertThatExceptionOfType(MlflowFailure.class)
        .isThrownBy(() -> server.post("runs/log-batch", BODY))
        .withMessage(address + " answers 429 to runs/log-batch: slow down (asks to wait 120 s)");
    assertThat(asked).hasSize(1);
  }

  @Test
  void shouldSendOnceWhatMayHaveBeenDone() {
    answer(502, "<html>\n bad gateway</html>");

    assertThatExceptionOfType(MlflowFailure.class)
        .isThrownBy(() -> server.postOnce("model-versions/create", BODY))
        .withMessageContaining("answers 502 to model-versions/create: <html> bad gateway</html>")
        .matches(MlflowFailure::uncertain);
    assertThat(asked).hasSize(1);
  }

  @Test
  void shouldSendAgainWhatWasTurnedAway() throws Exception {
    answer(429, "", Map.of("Retry-After", "0"));
    answer(200, "{}");

    server.postOnce("model-versions/create", BODY);

    assertThat(asked).hasSize(2);
  }

  @Test
  void shouldTellMlflowsReasonsApart() {
    answer(400, "{\"error_code\": \"RESOURCE_ALREADY_EXISTS\", \"message\": \"is there\"}");

    assertThatExceptionOfType(MlflowFailure.class)
        .isThrownBy(() -> server.post("experiments/create", BODY))
        .withMessageContaining("answers 400 to experiments/create: is there")
        .matches(failure -> failure.is(MlflowFailure.EXISTS) && !failure.uncertain());
  }

  @Test
  void shouldGiveUpOnAnAnswerThatDoesNotCome() {
    answer(0, "");
    MlflowServer hasty = server(Optional.empty(), HASTY);

    assertThatExceptionOfType(MlflowFailure.class)
        .isThrownBy(() -> hasty.get("runs/get", Map.of()))
        .withMessageContaining("does not answer runs/get within")
        .matches(MlflowFailure::uncertain);
  }

  @Test
  void shouldGiveUpOnAnAnswerThatDoesNotEnd() {
    answer(-1, "");
    MlflowServer hasty = server(Optional.empty(), HASTY);

    assertThatExceptionOfType(MlflowFailure.class)
        .isThrownBy(() -> hasty.get("runs/get", Map.of()))
        .withMessageContaining("does not answer runs/get within");
  }

  @Test
  void shouldSayThatNobodyIsThere() {
    stop();

    assertThatExceptionOfType(MlflowFailure.class)
        .isThrownBy(() -> server.get("runs/get", Map.of()))
        .withMessageContaining(address + " cannot be reached")
        .matches(failure -> !failure.uncertain());
  }

  @Test
  void shouldDoubtAServerThatIsNoMlflow() {
    answer(200, "<html>welcome</html>");

    assertThatExceptionOfType(MlflowFailure.class)
        .isThrownBy(() -> server.get("runs/get", Map.of()))
        .withMessageContaining("is it an MLflow server?");
  }

  @Test
  void shouldHandArtifactsOnAndNameThemWhenTheyAreMissing() throws Exception {
    ProxiedArtifacts artifacts = new ProxiedArtifacts(server);
    URI model = URI.create("mlflow-artifacts:/1/r/artifacts/model/bundle.zip");
    answer(200, "");
    answer(200, "bytes");
    answer(500, "Internal Server Error");

    artifacts.put(model, new byte[] {1});
    assertThat(artifacts.get(model)).isEqualTo("bytes".getBytes(StandardCharsets.UTF_8));
    assertThatExceptionOfType(ArtifactUnavailable.class)
        .isThrownBy(() -> artifacts.get(model))
        .withMessageContaining(model + " cannot be read: " + address + " answers 500");
    assertThat(asked)
        .first()
        .isEqualTo(
            "PUT /api/2.0/mlflow-artifacts/artifacts/1/r/artifacts/model/bundle.zip Bearer t0p");
  }

  private MlflowServer server(Optional<String> authorization, Duration deadline) {
    return new MlflowServer(new MlflowConfig(address, authorization, deadline, "test"));
  }

  private void answer(int status, String body) {
    answer(status, body, Map.of());
  }

  private void answer(int status, String body, Map<String, String> headers) {
    answers.add(new Answer(status, body, headers));
  }

  private void handle(HttpExchange exchange) throws IOException {
    asked.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization"));
    Answer answer = answers.remove();
    try (exchange) {
      if (answer.status() == 0) {
        over.await();
      } else if (answer.status() < 0) { // begins and does not end
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        over.await();
      } else {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package io.ridecast.predictor.rest;

import static io.ridecast.predictor.rest.LookUpRoutesTest.assertProblem;
import static io.ridecast.predictor.rest.RestBench.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ridecast.runtime.service.Health;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictorHttpTest {
  private RestBench bench;

  @BeforeEach
  void start() {
    bench = new RestBench();
    bench.forecast("6", 1101.5);
  }

  @AfterEach
  void end() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST|/v1/forecasts|GET, HEAD",
        "PUT|/v1/forecasts/6|GET, HEAD",
        "DELETE|/v1/forecasts/6/2020-09-11|GET, HEAD",
        "PATCH|/v1/history/6|GET, HEAD",
        "OPTIONS|/v1/model|GET, HEAD",
        "TRACE|/v1/communities|GET, HEAD",
        "QUERY|/v1/communities|GET, HEAD",
        "GET|/predict|POST",
        "PUT|/predict|POST",
        "POST|/openapi.json|GET, HEAD",
        "DELETE|/health/ready|GET",
        "POST|/metrics|GET"
      })
  void shouldNameTheMethodsThatArePossible(String method, String path, String allowed)
      throws Exception {
    HttpResponse<String> response = bench.send(method, path, BodyPublishers.noBody());

    assertProblem(response, 405);
    assertThat(response.headers().firstValue("Allow")).hasValue(allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/nothing", "/v2/forecasts", "/index.php", "/v1/forecasts/6/7/8"})
  void shouldSayThatThereIsNothing(String path) throws Exception {
    assertProblem(bench.get(path), 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/forecasts/%zz", "/v1/forecasts/a%2Fb", "/v1/forecasts/%00"})
  void shouldSpeakOfProblemsAlsoWhenTheAddressIsBroken(String path) throws Exception {
    String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*").contains("application/problem+json");
    assertThat(answer).doesNotContain("<html", "Jetty", "Exception");
  }

  @Test
  void shouldSpeakOfProblemsWhenItIsNotHttp() throws Exception {
    String answer = raw("NONSENSE\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/communities", "/v1/nothing", "/", "/metrics"})
  void shouldProtectEveryAnswer(String path) throws Exception {
    HttpResponse<String> response = bench.get(path);

    assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'self'");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(response.headers().firstValue("Server")).isEmpty();
  }

  @Test
  void shouldCompressWhatIsWorthIt() throws Exception {
    for (int community = 1; community <= 77; community++) {
      bench.forecast(Integer.toString(community), community);
    }
    String whole = bench.get("/v1/forecasts").body();
    try (Socket socket = new Socket("localhost", bench.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET /v1/forecasts HTTP/1.0\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readAllBytes();
      int body = new String(answer, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
      assertThat(answer.length).isLessThan(whole.length() / 3);
      try (GZIPInputStream unpacked =
          new GZIPInputStream(
              new java.io.ByteArrayInputStream(answer, body, answer.length - body))) {
        assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(whole);
      }
    }
  }

  @Test
  void shouldTellWhetherItIsAliveAndReady() throws Exception {
    assertThat(bench.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(bench.get("/health/ready").statusCode()).isEqualTo(200);

    bench.health = new Health.Starting("its partitions");

    assertThat(bench.get("/health/live").statusCode()).isEqualTo(200);
    assertProblem(bench.get("/health/ready"), 503);
  }

  @Test
  void shouldMeasureAnswersByRoute() throws Exception {
    bench.get("/v1/forecasts/6");
    bench.get("/v1/forecasts/nowhere");
    bench.get("/made/up/path");

    String metrics = bench.get("/metrics").body();

    assertThat(metrics.lines().filter(line -> line.startsWith("ridecast_http_requests_seconds_c")))
        .anyMatch(line -> line.contains("/v1/forecasts/{community}") && line.contains("200"))
        .anyMatch(line -> line.contains("/v1/forecasts/{community}") && line.contains("404"))
        .noneMatch(line -> line.contains("made"));
  }

  @Test
  void shouldServeThePage() throws Exception {
    HttpResponse<String> response = bench.get("/");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).contains("text/html");
    assertThat(bench.get("/webjars/d3/d3.min.js").statusCode()).isEqualTo(200);
    assertProblem(bench.get("/page/no-such-file.js"), 404);
  }

  @Test
  void shouldDescribeEveryRouteThatItAnswers() throws Exception {
    JsonNode description = json(bench.get("/openapi.json"));

    assertThat(description.path("openapi").asText()).startsWith("3.");
    List<String> paths = new ArrayList<>();
    description.path("paths").fieldNames().forEachRemaining(paths::add);
    assertThat(paths)
        .containsExactlyInAnyOrder(
            "/v1/communities",
            "/v1/forecasts",
            "/v1/forecasts/{community}",
            "/v1/forecasts/{community}/{date}",
            "/v1/history/{community}",
            "/v1/model",
            "/v1/training",
            "/predict",
            "/openapi.json",
            "/health/live",
            "/health/ready",
            "/metrics");
    bench.day("6", RestBench.ORIGIN, 5);
    for (String path : paths) {
      String filled = path.replace("{community}", "6").replace("{date}", "2020-09-12");
      int expected = path.equals("/predict") ? 405 : 200;
      assertThat(bench.get(filled).statusCode()).as(path).isEqualTo(expected);
    }
  }

  @Test
  @Timeout(20)
  void shouldStreamForecastsAndTheClock() throws Exception {
    try (Socket socket = new Socket("localhost", bench.port())) {
      socket
          .getOutputStream()
          .write("GET /v1/stream HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      assertThat(next(reader, "Content-Type")).contains("text/event-stream");
      assertThat(next(reader, "event:")).isEqualTo("event: clock");

      bench.forecast("6", 42);
      assertThat(next(reader, "event:")).isEqualTo("event: forecast");
      assertThat(next(reader, "data:")).contains("\"community\":6", "\"mean\":42.0");

      bench.clock.follow(RestBench.GENERATED.plusSeconds(3600), true);
      bench.http.events().clock();
      assertThat(next(reader, "event:")).isEqualTo("event: clock");
      assertThat(next(reader, "data:")).contains("2020-09-11T08:00:00Z", "\"loading\":true");
    }
  }

  @Test
  @Timeout(20)
  void shouldLetReadersGoWhenItEnds() throws Exception {
    try (Socket socket = new Socket("localhost", bench.port())) {
      socket
          .getOutputStream()
          .write(
              "GET /v1/stream HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      next(reader, "event:");

      bench.http.events().close();

      List<String> rest = reader.lines().limit(100).toList();
      assertThat(rest).noneMatch(line -> line.startsWith("event:"));
    }
  }

  private static String next(BufferedReader reader, String start) throws Exception {
    String line = reader.readLine();
    while (line != null && !line.startsWith(start)) {
      line = reader.readLine();
    }
    return line;
  }

  private String raw(String request) throws Exception {
    try (Socket socket = new Socket("localhost", bench.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

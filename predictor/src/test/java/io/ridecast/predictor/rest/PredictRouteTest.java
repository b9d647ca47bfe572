package io.ridecast.predictor.rest;

import static io.ridecast.predictor.rest.LookUpRoutesTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictRouteTest {
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

  @Test
  void shouldAnswerWithVersionAndTripsAndNothingElse() throws Exception {
    HttpResponse<String> response =
        bench.predict("{\"community\": \"LAKE VIEW\", \"date\": \"2020-09-11\"}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"model_version\":\"7\",\"trips\":1102}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"6\"", "6", "\"lake view\"", "\" Lake View \""})
  void shouldTakeNumbersAndNamesInAnyCase(String community) throws Exception {
    HttpResponse<String> response =
        bench.predict("{\"community\":" + community + ",\"date\":\"2020-09-12\"}");

    assertThat(response.body()).isEqualTo("{\"model_version\":\"7\",\"trips\":1103}");
  }

  @ParameterizedTest
  @CsvSource({"0.49,0", "0.5,1", "1.4999,1", "2.5,3", "1101.8,1102", "0,0", "1e6,1000000"})
  void shouldRoundHalfUp(double mean, long trips) {
    assertThat(PredictRoute.trips(mean)).isEqualTo(trips);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "7",
        "{}",
        "{\"community\":\"6\"}",
        "{\"date\":\"2020-09-11\"}",
        "{\"community\":null,\"date\":\"2020-09-11\"}",
        "{\"community\":[],\"date\":\"2020-09-11\"}",
        "{\"community\":\"\",\"date\":\"2020-09-11\"}",
        "{\"community\":6.5,\"date\":\"2020-09-11\"}",
        "{\"community\":\"6\",\"date\":20200911}",
        "{\"community\":\"6\",\"date\":\"\"}",
        "{\"community\":\"6\",\"date\":\"2020-09-31\"}",
        "{\"community\":\"6\",\"date\":\"2020-09-11T00:00\"}",
        "{\"community\":\"6\",\"date\":\"2020-09-11\"} x"
      })
  void shouldRefuseWhatItCannotUnderstand(String body) throws Exception {
    assertProblem(bench.predict(body), 400);
  }

  @Test
  void shouldPassOverWhatItDoesNotAskForHoweverStrange() throws Exception {
    HttpResponse<String> response =
        bench.predict("{\"\\ud999x\":{\"\":[1]},\"community\":6,\"date\":\"2020-09-11\"}");

    assertThat(response.body()).isEqualTo("{\"model_version\":\"7\",\"trips\":1102}");
  }

  @Test
  void shouldRefuseBytesThatAreNoText() throws Exception {
    byte[] latin =
        "{\"community\":\"\u00e9\",\"date\":\"2020-09-11\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertProblem(bench.send("POST", "/predict", BodyPublishers.ofByteArray(latin)), 400);
  }

  @Test
  void shouldRefuseDeeplyNestedJson() throws Exception {
    assertProblem(bench.predict("[".repeat(60_000)), 400);
  }

  @Test
  void shouldTellUnknownCommunityAndDateOutsideApart() throws Exception {
    assertProblem(bench.predict("{\"community\":\"NOWHERE\",\"date\":\"2020-09-11\"}"), 404);
    assertProblem(bench.predict("{\"community\":\"6\",\"date\":\"2020-09-14\"}"), 422);
  }

  @Test
  void shouldAskToComeBackWhileLoading() throws Exception {
    bench.loaded = false;
    HttpResponse<String> response = bench.predict("{\"community\":\"6\",\"date\":\"2020-09-11\"}");

    assertProblem(response, 503);
    assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
  }

  @ParameterizedTest
  @ValueSource(ints = {64 * 1024 + 1, 10_000_000})
  void shouldRefuseABodyThatIsTooLarge(int size) throws Exception {
    assertProblem(bench.predict(" ".repeat(size)), 413);
  }

  @Test
  void shouldRefuseABodyThatIsTooLargeAndDoesNotSaySo() throws Exception {
    byte[] body = new byte[1_000_000];
    HttpResponse<String> response =
        bench.send(
            "POST", "/predict", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

    assertProblem(response, 413);
  }

  @Test
  void shouldTakeABodyOfTheLargestSize() throws Exception {
    String json = "{\"community\":\"6\",\"date\":\"2020-09-11\"}";
    String padded = json + " ".repeat(64 * 1024 - json.length());

    assertThat(bench.predict(padded).statusCode()).isEqualTo(200);
  }

  @Test
  void shouldGiveUpOnASenderThatDribbles() throws Exception {
    try (Socket socket = new Socket("localhost", bench.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "POST /predict HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      long start = System.nanoTime();
      String answer = readUntilEnd(in);

      assertThat(answer).startsWith("HTTP/1.1 408").contains("problem+json");
      assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }
  }

  private static String readUntilEnd(InputStream in) throws Exception {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}

package io.ridecast.predictor.rest;

import static io.ridecast.predictor.rest.RestBench.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookUpRoutesTest {
  private RestBench bench;

  @BeforeEach
  void start() {
    bench = new RestBench();
    bench.forecast("6", 1101.5);
    bench.forecast("77", 12);
    bench.forecast("CITY", 5000);
  }

  @AfterEach
  void end() {
    bench.close();
  }

  @Test
  void shouldListAllCommunities() throws Exception {
    JsonNode body = json(bench.get("/v1/communities"));

    assertThat(body.path("communities")).hasSize(77);
    JsonNode lakeView = body.path("communities").get(5);
    assertThat(lakeView.path("number").asInt()).isEqualTo(6);
    assertThat(lakeView.path("name").asText()).isEqualTo("LAKE VIEW");
    assertThat(lakeView.path("latitude").asDouble()).isBetween(41.9, 42.0);
    assertThat(lakeView.path("longitude").asDouble()).isBetween(-87.7, -87.6);
  }

  @Test
  void shouldGiveTheForecastsOfAllCommunitiesWithoutTheCitys() throws Exception {
    HttpResponse<String> response = bench.get("/v1/forecasts");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    JsonNode body = json(response);
    assertThat(body.path("forecasts"))
        .extracting(each -> each.path("community").asInt())
        .containsExactly(6, 77);
    assertThat(body.path("clock").path("now").asText()).isEqualTo("2020-09-11T07:01:30Z");
    assertThat(body.path("clock").path("loading").asBoolean(true)).isFalse();
  }

  @Test
  void shouldShowANewForecastInTheListAtOnce() throws Exception {
    bench.get("/v1/forecasts");

    bench.forecast("6", 900);

    assertThat(json(bench.get("/v1/forecasts")).at("/forecasts/0/days/0/mean").asDouble())
        .isEqualTo(900);
  }

  @Test
  void shouldGiveEveryFieldOfAForecast() throws Exception {
    JsonNode body = json(bench.get("/v1/forecasts/6"));

    assertThat(body.path("forecast_id").asText()).isEqualTo("6-x");
    assertThat(body.path("community").isInt()).isTrue();
    assertThat(body.path("community").asInt()).isEqualTo(6);
    assertThat(body.path("name").asText()).isEqualTo("LAKE VIEW");
    assertThat(body.path("origin_date").asText()).isEqualTo("2020-09-10");
    assertThat(body.path("days")).hasSize(3);
    assertThat(body.at("/days/0/date").asText()).isEqualTo("2020-09-11");
    assertThat(body.at("/days/0/lead").asInt()).isEqualTo(1);
    assertThat(body.at("/days/0/mean").asDouble()).isEqualTo(1101.5);
    assertThat(body.at("/days/0/p10").asDouble()).isEqualTo(1101.5 * .8);
    assertThat(body.at("/days/0/p50").asDouble()).isEqualTo(1101.5 * .9);
    assertThat(body.at("/days/0/p90").asDouble()).isEqualTo(1101.5 * 1.3);
    assertThat(body.path("model_version").asText()).isEqualTo("7");
    assertThat(body.path("trigger").asText()).isEqualTo("DATA");
    assertThat(body.path("quality").asText()).isEqualTo("NORMAL");
    assertThat(body.path("generated_at").asText()).isEqualTo("2020-09-11T07:00:00Z");
    assertThat(body.path("valid_until").asText()).isEqualTo("2020-09-12T05:00:00Z");
    assertThat(body.path("age_seconds").asLong()).isEqualTo(90);
  }

  @ParameterizedTest
  @ValueSource(strings = {"6", "LAKE%20VIEW", "lake%20view", "Lake%20View", "%20lake%20view%20"})
  void shouldFindACommunityByNumberOrNameInAnyCase(String asked) throws Exception {
    assertThat(json(bench.get("/v1/forecasts/" + asked)).path("community").asInt()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CITY", "city"})
  void shouldGiveTheForecastOfTheCity(String asked) throws Exception {
    JsonNode body = json(bench.get("/v1/forecasts/" + asked));

    assertThat(body.path("community").asText()).isEqualTo("CITY");
    assertThat(body.path("name").asText()).isEqualTo("CITY");
  }

  @Test
  void shouldGiveOneDayOfAForecast() throws Exception {
    JsonNode body = json(bench.get("/v1/forecasts/lake%20view/2020-09-12"));

    assertThat(body.path("date").asText()).isEqualTo("2020-09-12");
    assertThat(body.path("lead").asInt()).isEqualTo(2);
    assertThat(body.path("mean").asDouble()).isEqualTo(1102.5);
    assertThat(body.path("community").asInt()).isEqualTo(6);
    assertThat(body.path("model_version").asText()).isEqualTo("7");
    assertThat(body.path("quality").asText()).isEqualTo("NORMAL");
  }

  @ParameterizedTest
  @CsvSource({"2020-09-10", "2020-09-14", "2031-01-01"})
  void shouldNameTheHorizonToADateOutside(String date) throws Exception {
    HttpResponse<String> response = bench.get("/v1/forecasts/6/" + date);

    assertProblem(response, 422);
    assertThat(json(response).path("detail").asText()).contains("2020-09-11", "2020-09-13", date);
    assertThat(json(response).at("/horizon/last").asText()).isEqualTo("2020-09-13");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow", "2020-9-11", "2020-02-30", "11.09.2020"})
  void shouldRefuseADateThatIsNone(String date) throws Exception {
    assertProblem(bench.get("/v1/forecasts/6/" + date), 400);
  }

  @Test
  void shouldNameTheNearestNamesToAnUnknownCommunity() throws Exception {
    HttpResponse<String> response = bench.get("/v1/forecasts/LAKEVIEW");

    assertProblem(response, 404);
    assertThat(json(response).path("detail").asText()).contains("LAKEVIEW", "LAKE VIEW");
    assertThat(json(response).path("nearest").get(0).asText()).isEqualTo("LAKE VIEW");
  }

  @Test
  void shouldSayThatACommunityHasNoForecastNow() throws Exception {
    assertProblem(bench.get("/v1/forecasts/5"), 404);
  }

  @Test
  void shouldGiveTheLastDaysOfAHistory() throws Exception {
    for (int back = 0; back < 100; back++) {
      bench.day("6", RestBench.ORIGIN.minusDays(back), back);
    }

    JsonNode body = json(bench.get("/v1/history/6?days=5"));

    assertThat(body.path("community").asInt()).isEqualTo(6);
    assertThat(body.path("days"))
        .extracting(day -> day.path("date").asText())
        .containsExactly("2020-09-06", "2020-09-07", "2020-09-08", "2020-09-09", "2020-09-10");
    assertThat(body.at("/days/4/rides").asInt()).isZero();
    assertThat(body.at("/days/4/revision").asInt()).isEqualTo(3);
    assertThat(body.at("/days/4/status").asText()).isEqualTo("CLOSED");
    assertThat(json(bench.get("/v1/history/6")).path("days")).hasSize(60);
    assertThat(json(bench.get("/v1/history/lake%20view?days=90")).path("days")).hasSize(90);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "91", "x", "1.5", "99999999999", ""})
  void shouldRefuseANumberOfDaysOutOfBounds(String days) throws Exception {
    bench.day("6", LocalDate.of(2020, 9, 10), 1);
    assertProblem(bench.get("/v1/history/6?days=" + days), 400);
  }

  @Test
  void shouldNotCallAnUnloadedHistoryEmpty() throws Exception {
    assertProblem(bench.get("/v1/history/6"), 503);
    bench.day("5", LocalDate.of(2020, 9, 10), 1);
    assertThat(json(bench.get("/v1/history/6")).path("days")).isEmpty();
  }

  @Test
  void shouldShowTheModelThatServes() throws Exception {
    assertThat(json(bench.get("/v1/model")).path("champion").isNull()).isTrue();

    bench.serve("7");

    JsonNode body = json(bench.get("/v1/model"));
    assertThat(body.at("/champion/version").asText()).isEqualTo("7");
    assertThat(body.at("/champion/run_id").asText()).isEqualTo("run-7");
    assertThat(body.at("/champion/sha256").asText()).isEqualTo("sha-7");
    assertThat(body.at("/champion/announced_at").asText()).isEqualTo("2020-09-11T07:00:00Z");
    assertThat(body.at("/champion/metrics/wape").asDouble()).isEqualTo(.3);
    assertThat(body.path("challenger").isNull()).isTrue();
  }

  @Test
  void shouldShowTheNewestTraining() throws Exception {
    assertThat(json(bench.get("/v1/training")).path("run").isNull()).isTrue();

    bench.train(TrainingStep.REQUEST, TrainingStatus.SUCCEEDED, "TRAIN (MANUAL)");
    bench.train(TrainingStep.HISTORY, TrainingStatus.STARTED, "");

    JsonNode run = json(bench.get("/v1/training")).path("run");
    assertThat(run.path("run_id").asText()).isEqualTo("run-a");
    assertThat(run.path("request_id").asText()).isEqualTo("a");
    assertThat(run.at("/steps/0/step").asText()).isEqualTo("REQUEST");
    assertThat(run.at("/steps/0/detail").asText()).isEqualTo("TRAIN (MANUAL)");
    assertThat(run.at("/steps/0/ended_at").asText()).isEqualTo("2020-09-11T05:01:00Z");
    assertThat(run.at("/steps/1/status").asText()).isEqualTo("STARTED");
    assertThat(run.at("/steps/1/ended_at").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/training",
        "/v1/forecasts",
        "/v1/forecasts/6",
        "/v1/forecasts/6/2020-09-11",
        "/v1/history/6",
        "/v1/model"
      })
  void shouldAskToComeBackWhileLoading(String path) throws Exception {
    bench.loaded = false;

    HttpResponse<String> response = bench.get(path);

    assertProblem(response, 503);
    assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
  }

  @Test
  void shouldAskToComeBackWhileThereIsNoForecastAtAll() throws Exception {
    try (RestBench empty = new RestBench()) {
      assertProblem(empty.get("/v1/forecasts"), 503);
      assertProblem(empty.get("/v1/forecasts/6"), 503);
      assertProblem(empty.predict("{\"community\":\"6\",\"date\":\"2020-09-11\"}"), 503);
    }
  }

  @Test
  void shouldAnswerHeadAsGetWithoutTheBody() throws Exception {
    HttpResponse<String> known = bench.send("HEAD", "/v1/forecasts/6", BodyPublishers.noBody());
    HttpResponse<String> unknown = bench.send("HEAD", "/v1/forecasts/x", BodyPublishers.noBody());

    assertThat(known.statusCode()).isEqualTo(200);
    assertThat(known.body()).isEmpty();
    assertThat(unknown.statusCode()).isEqualTo(404);
  }

  static void assertProblem(HttpResponse<String> response, int status) throws Exception {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith(Problem.CONTENT_TYPE);
    JsonNode body = json(response);
    assertThat(body.path("type").isTextual()).isTrue();
    assertThat(body.path("title").asText()).isNotBlank();
    assertThat(body.path("status").asInt()).isEqualTo(status);
    assertThat(body.path("detail").asText()).isNotBlank();
    assertThat(response.body()).doesNotContain("Exception", "io.ridecast", "at java");
  }
}

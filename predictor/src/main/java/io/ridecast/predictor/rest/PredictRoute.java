package io.ridecast.predictor.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import io.ridecast.records.Forecast;
import io.ridecast.records.ForecastDay;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** The look-up of existing clients: community and date in, trips out. */
final class PredictRoute {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Questions questions;

  PredictRoute(Questions questions) {
    this.questions = questions;
  }

  void predict(Context context) throws IOException {
    JsonNode request = parsed(RequestBody.read(context.req()));
    String community = community(request.path("community"));
    LocalDate date = date(request.path("date"));
    Forecast forecast = questions.forecast(community);
    ForecastDay day = Questions.day(forecast, date);
    Answers.send(
        context,
        JsonNodeFactory.instance
            .objectNode()
            .put("model_version", forecast.getModelVersion())
            .put("trips", trips(day.getMean())));
  }

  /** Rounded half up on the decimal value that the other look-ups show. */
  static long trips(double mean) {
    return BigDecimal.valueOf(mean).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  private static JsonNode parsed(byte[] body) throws IOException {
    try {
      JsonNode request =
          JSON.readTree(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
      if (request.isObject()) {
        return request;
      }
    } catch (JsonProcessingException | CharacterCodingException malformed) {
      throw Problem.badRequest("The body is not JSON. " + EXAMPLE);
    }
    throw Problem.badRequest("The body has to be a JSON object. " + EXAMPLE);
  }

  private static String community(JsonNode node) {
    boolean number = node.isIntegralNumber();
    if (!number && (!node.isTextual() || node.asText().isBlank())) {
      throw Problem.badRequest("community has to be a name or a number. " + EXAMPLE);
    }
    return node.asText();
  }

  private static LocalDate date(JsonNode node) {
    if (!node.isTextual()) {
      throw Problem.badRequest("date has to be a date as text. " + EXAMPLE);
    }
    return Questions.date(node.asText());
  }

  private static final String EXAMPLE =
      "Send {\"community\": \"LAKE VIEW\", \"date\": \"2020-09-11\"}.";
}

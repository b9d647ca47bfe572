package io.ridecast.predictor.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;

/** Sends JSON. */
final class Answers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Answers() {}

  static void send(Context context, JsonNode body) {
    send(context, bytes(body));
  }

  static void send(Context context, byte[] body) {
    context.contentType("application/json").header("Cache-Control", "no-cache").result(body);
  }

  static void send(Context context, Problem problem) {
    context.status(problem.status());
    problem.headers().forEach(context::header);
    context
        .contentType(Problem.CONTENT_TYPE)
        .header("Cache-Control", "no-store")
        .result(bytes(problem.body()));
  }

  static byte[] bytes(JsonNode body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A tree can always be written", impossible);
    }
  }
}

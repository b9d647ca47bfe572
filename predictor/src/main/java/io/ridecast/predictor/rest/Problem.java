package io.ridecast.predictor.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An answer that is an error, as RFC 9457 words it. Thrown by routes. */
final class Problem extends RuntimeException {
  static final String CONTENT_TYPE = "application/problem+json";
  private static final String RETRY_SECONDS = "1";

  private final int status;
  private final String title;
  private final String detail;
  private final Map<String, String> headers = new TreeMap<>();
  private final transient ObjectNode extensions = JsonNodeFactory.instance.objectNode();

  Problem(int status, String title, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
    this.detail = detail;
  }

  static Problem badRequest(String detail) {
    return new Problem(400, "Malformed request", detail);
  }

  static Problem notFound(String detail) {
    return new Problem(404, "Not found", detail);
  }

  static Problem unknownCommunity(String asked, List<String> nearest) {
    Problem problem =
        new Problem(
            404,
            "Unknown community",
            "There is no community '%s'. The nearest names are: %s."
                .formatted(shortened(asked), String.join(", ", nearest)));
    nearest.forEach(problem.extensions.putArray("nearest")::add);
    return problem;
  }

  static Problem outsideHorizon(LocalDate asked, LocalDate first, LocalDate last) {
    Problem problem =
        new Problem(
            422,
            "Date outside the horizon",
            "%s is outside the horizon: the forecast covers %s to %s."
                .formatted(asked, first, last));
    problem
        .extensions
        .putObject("horizon")
        .put("first", first.toString())
        .put("last", last.toString());
    return problem;
  }

  static Problem notReady(String detail) {
    return new Problem(503, "Not ready", detail).header("Retry-After", RETRY_SECONDS);
  }

  static Problem methodNotAllowed(String method, String allowed) {
    return new Problem(
            405,
            "Method not allowed",
            "%s is not possible here; possible are: %s.".formatted(shortened(method), allowed))
        .header("Allow", allowed);
  }

  Problem header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  ObjectNode body() {
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "about:blank")
            .put("title", title)
            .put("status", status)
            .put("detail", detail);
    return body.setAll(extensions);
  }

  private static String shortened(String text) {
    int most = 60;
    return text.length() <= most ? text : text.substring(0, most) + "…";
  }
}

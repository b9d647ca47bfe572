package io.ridecast.runtime.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What a server answered. */
final class MlflowAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OK = 200;
  private static final int BUSY = 429;
  private static final int UNAVAILABLE = 503;
  private static final Set<Integer> MAY_PASS = Set.of(BUSY, 502, UNAVAILABLE, 504);
  private static final int SHOWN = 200;

  private final int status;
  private final byte[] body;
  private final Optional<Duration> retryAfter;

  private MlflowAnswer(int status, byte[] body, Optional<Duration> retryAfter) {
    this.status = status;
    this.body = body;
    this.retryAfter = retryAfter;
  }

  static MlflowAnswer of(HttpResponse<byte[]> response) {
    return new MlflowAnswer(
        response.statusCode(),
        response.body(),
        response.headers().firstValue("Retry-After").flatMap(MlflowAnswer::seconds));
  }

  boolean good() {
    return status == OK;
  }

  int status() {
    return status;
  }

  byte[] body() {
    return body;
  }

  /** How long the server wishes not to be asked. */
  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /** Whether the same request may fare better in a moment, and may be sent again. */
  boolean worthAnother(Repeat repeat) {
    return status == BUSY || (repeat == Repeat.HARMLESS && MAY_PASS.contains(status));
  }

  MlflowFailure failure(String base, String what) {
    JsonNode json = json();
    String message = json.path("message").asText(new String(body, StandardCharsets.UTF_8));
    return MlflowFailure.answered(
        "%s answers %d to %s: %s%s".formatted(base, status, what, line(message), advice()),
        status,
        json.path("error_code").asText(""));
  }

  private String advice() {
    return switch (status) {
      case 401 -> " (who asks? MLFLOW_TRACKING_USERNAME and _PASSWORD, or MLFLOW_TRACKING_TOKEN)";
      case 403 -> " (may this user do that, and does the server's --allowed-hosts name this host?)";
      case BUSY ->
          retryAfter.map(time -> " (asks to wait " + time.toSeconds() + " s)").orElse(" (busy)");
      default -> "";
    };
  }

  private JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance(); // a proxy's page
    }
  }

  private static String line(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
  }

  private static Optional<Duration> seconds(String header) {
    try {
      return Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(header.strip()))));
    } catch (NumberFormatException e) {
      return Optional.empty(); // a date, which nobody sends here
    }
  }
}

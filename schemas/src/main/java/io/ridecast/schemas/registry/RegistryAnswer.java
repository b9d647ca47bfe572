package io.ridecast.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What a registry answered.
 *
 * @param status the HTTP status
 * @param body the JSON body, a missing node if it is none
 */
record RegistryAnswer(int status, JsonNode body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static RegistryAnswer of(int status, String body) {
    return new RegistryAnswer(status, parsed(body));
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance(); // a proxy's page; the status says enough
    }
  }

  boolean ok() {
    return status == 200;
  }

  /** Another attempt may fare better: overload, or a server that is just going or coming. */
  boolean transientFailure() {
    return status == 429 || status >= 500;
  }

  /** The protocol's own error code, such as 40403; 0 when the answer has none. */
  int errorCode() {
    return body.path("error_code").asInt(0);
  }

  /** Status and message in one phrase. */
  String phrase() {
    String message = body.path("message").asText("");
    return message.isEmpty() ? "HTTP " + status : "HTTP " + status + ": " + message;
  }
}

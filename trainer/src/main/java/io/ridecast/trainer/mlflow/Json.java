package io.ridecast.trainer.mlflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/** JSON as MLflow's API wants it. */
final class Json {
  static final ObjectMapper MAPPER = new ObjectMapper();

  /** Longer ones are refused. */
  private static final int LONGEST_VALUE = 5_000;

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /** A list of {@code {"key": ..., "value": ...}}. */
  static ArrayNode pairs(Map<String, String> values) {
    ArrayNode pairs = array();
    values.forEach((key, value) -> pairs.addObject().put("key", key).put("value", cut(value)));
    return pairs;
  }

  /** Adds a measure to a list, unless it is no number. */
  static void measure(ArrayNode metrics, String key, double value, int step, Instant at) {
    if (Double.isFinite(value)) {
      metrics
          .addObject()
          .put("key", key)
          .put("value", value)
          .put("timestamp", at.toEpochMilli())
          .put("step", step);
    }
  }

  private static String cut(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
  }
}

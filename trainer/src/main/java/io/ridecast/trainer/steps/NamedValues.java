package io.ridecast.trainer.steps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Values by name as a JSON object, for people and for the next trainer. */
final class NamedValues {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private NamedValues() {}

  static byte[] write(Map<String, String> values) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(values);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("text can always be written", e);
    }
  }

  static Map<String, String> read(byte[] json) throws IOException {
    return JSON.readValue(json, new TypeReference<>() {});
  }

  /**
   * The value of a name.
   *
   * @throws IOException if it is not there
   */
  static String value(Map<String, String> values, String name) throws IOException {
    String value = values.get(name);
    if (value == null) {
      throw new IOException(name + " is missing");
    }
    return value;
  }
}

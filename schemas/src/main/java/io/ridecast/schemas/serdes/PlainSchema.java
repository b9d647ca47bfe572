package io.ridecast.schemas.serdes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/**
 * A generated class's schema as its {@code .avsc} file has it. The generator adds a hint for Java
 * strings; without it, a writer in any language registers the very same schema.
 */
final class PlainSchema {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JAVA_STRING = "avro.java.string";

  private PlainSchema() {}

  static Schema of(Schema generated) {
    try {
      JsonNode json = JSON.readTree(generated.toString());
      removeHints(json);
      return new Schema.Parser().parse(JSON.writeValueAsString(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON schema: " + generated.getFullName(), e);
    }
  }

  private static void removeHints(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(JAVA_STRING);
    }
    node.forEach(PlainSchema::removeHints);
  }
}

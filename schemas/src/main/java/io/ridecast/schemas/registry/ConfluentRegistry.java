package io.ridecast.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * Speaks Confluent's REST protocol, so it works with Confluent's registry, Apicurio, Karapace and
 * Redpanda. What it has learnt is valid for ever, hence never asked again.
 */
public final class ConfluentRegistry implements SchemaRegistry {
  /** Old readers read new records and new readers read old ones, over all versions. */
  public static final String COMPATIBILITY = "FULL_TRANSITIVE";

  // Confluent answers 404 for a subject without a level of its own, Apicurio NONE.
  private static final String NO_COMPATIBILITY = "NONE";
  private static final int NO_SUCH_SCHEMA = 40403;

  private final RegistryHttp http;
  private final Map<Registration, Integer> ids = new ConcurrentHashMap<>();
  private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

  /** Nothing is asked before the first schema is needed. */
  public ConfluentRegistry(RegistryConfig config) {
    this.http = new RegistryHttp(config);
  }

  /** Registers the schema; a subject without any compatibility gets {@link #COMPATIBILITY}. */
  @Override
  public int register(String subject, Schema schema) {
    Registration registration = new Registration(subject, schema);
    Integer known = ids.get(registration);
    if (known != null) {
      return known;
    }
    RegistryAnswer answer = http.post("/subjects/" + segment(subject) + "/versions", body(schema));
    int id =
        expect(answer, "registering " + schema.getFullName() + " as " + subject)
            .path("id")
            .asInt(-1);
    if (id < 0) {
      throw new SchemaRegistryException("registering " + subject + ": the answer has no id");
    }
    ensureCompatibility(subject);
    ids.put(registration, id);
    schemas.putIfAbsent(id, schema);
    return id;
  }

  @Override
  public Schema byId(int id) {
    Schema known = schemas.get(id);
    if (known != null) {
      return known;
    }
    RegistryAnswer answer = http.get("/schemas/ids/" + id);
    if (answer.status() == 404 && answer.errorCode() == NO_SUCH_SCHEMA) {
      throw new UnknownSchemaId(id, "the registry has none");
    }
    Schema schema = parsed(id, expect(answer, "looking up schema " + id));
    schemas.put(id, schema);
    return schema;
  }

  /**
   * Why the schema may not become the subject's next version; empty if it may, also for a new
   * subject. The registry decides, after the subject's compatibility.
   */
  public List<String> incompatibilities(String subject, Schema schema) {
    RegistryAnswer answer =
        http.post(
            "/compatibility/subjects/" + segment(subject) + "/versions/latest?verbose=true",
            body(schema));
    if (answer.status() == 404) {
      return List.of();
    }
    JsonNode verdict = expect(answer, "checking the compatibility of " + subject);
    if (verdict.path("is_compatible").asBoolean(false)) {
      return List.of();
    }
    List<String> reasons = new ArrayList<>();
    verdict.path("messages").forEach(message -> reasons.add(message.asText()));
    return reasons.isEmpty() ? List.of("the registry gives no reason") : reasons;
  }

  private void ensureCompatibility(String subject) {
    String path = "/config/" + segment(subject);
    RegistryAnswer current = http.get(path);
    if (current.status() != 404) {
      JsonNode level = expect(current, "asking for the compatibility of " + subject);
      if (!level.path("compatibilityLevel").asText(NO_COMPATIBILITY).equals(NO_COMPATIBILITY)) {
        return; // somebody's own choice stays
      }
    }
    expect(
        http.put(path, "{\"compatibility\":\"" + COMPATIBILITY + "\"}"),
        "setting the compatibility of " + subject);
  }

  private static Schema parsed(int id, JsonNode answer) {
    String type = answer.path("schemaType").asText("AVRO");
    if (!type.equals("AVRO")) {
      throw new UnknownSchemaId(id, "it is a schema of type " + type);
    }
    try {
      return new Schema.Parser().parse(answer.path("schema").asText());
    } catch (SchemaParseException e) {
      throw new SchemaRegistryException("schema " + id + " cannot be parsed", e);
    }
  }

  private static JsonNode expect(RegistryAnswer answer, String what) {
    if (answer.ok()) {
      return answer.body();
    }
    String hint =
        switch (answer.status()) {
          case 401, 403 -> " (see SCHEMA_REGISTRY_BASIC_AUTH)";
          case 409 -> " (a change must be " + COMPATIBILITY + ": only fields with defaults)";
          case 404 -> " (is SCHEMA_REGISTRY_URL the start of the Confluent-compatible API?)";
          default -> "";
        };
    throw new SchemaRegistryException(what + ": " + answer.phrase() + hint);
  }

  private static String body(Schema schema) {
    return JsonNodeFactory.instance.objectNode().put("schema", schema.toString()).toString();
  }

  private static String segment(String subject) {
    return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A schema under a subject. */
  private record Registration(String subject, Schema schema) {}
}

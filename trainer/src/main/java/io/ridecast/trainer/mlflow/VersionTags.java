package io.ridecast.trainer.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.trainer.models.RegisteredModel;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a version's tags say of its model; a version without them is none of ours. */
final class VersionTags {
  private static final String SHA256 = "sha256";
  private static final String FINGERPRINT = "fingerprint";
  private static final String BUNDLE = "bundle";
  private static final String METRICS = "metrics";

  private VersionTags() {}

  static Map<String, String> of(
      String runId,
      ModelBundle bundle,
      URI address,
      Map<String, Double> metrics,
      String codeVersion) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put(RunTags.RUN, runId);
    tags.put(SHA256, bundle.sha256());
    tags.put(FINGERPRINT, bundle.featureFingerprint());
    tags.put("code_version", codeVersion);
    tags.put(BUNDLE, address.toString());
    tags.put(METRICS, json(metrics));
    tags.put("last_day", bundle.training().getOrDefault("last_day", ""));
    return tags;
  }

  static Optional<RegisteredModel> model(JsonNode version) {
    Map<String, String> tags = new TreeMap<>();
    for (JsonNode tag : version.path("tags")) {
      tags.put(tag.path("key").asText(), tag.path("value").asText());
    }
    String runId = tags.get(RunTags.RUN);
    String bundle = tags.get(BUNDLE);
    String sha256 = tags.get(SHA256);
    String fingerprint = tags.get(FINGERPRINT);
    if (runId == null || bundle == null || sha256 == null || fingerprint == null) {
      return Optional.empty();
    }
    return Optional.of(
        new RegisteredModel(
            version.path("version").asInt(),
            runId,
            URI.create(bundle),
            sha256,
            fingerprint,
            metrics(tags.getOrDefault(METRICS, "{}"))));
  }

  private static String json(Map<String, Double> metrics) {
    try {
      return Json.MAPPER.writeValueAsString(new TreeMap<>(metrics));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers can always be written", e);
    }
  }

  private static Map<String, Double> metrics(String json) {
    try {
      return Json.MAPPER.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      return Map.of(); // somebody has changed the tag; the model is what it was
    }
  }
}

package io.ridecast.trainer.models;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ridecast.records.ModelAnnouncement;
import java.net.URI;
import java.util.Map;

/**
 * A model in the store, as its card says.
 *
 * @param version its version, a whole number from 1
 * @param runId the run that made it
 * @param artifact where the bundle lies
 * @param sha256 the bundle's digest, hexadecimal
 * @param featureFingerprint digest of its feature list, hexadecimal
 * @param metrics measures of the held-out days
 */
public record RegisteredModel(
    @JsonProperty("version") int version,
    @JsonProperty("run_id") String runId,
    @JsonProperty("artifact_uri") URI artifact,
    @JsonProperty("sha256") String sha256,
    @JsonProperty("feature_fingerprint") String featureFingerprint,
    @JsonProperty("metrics") Map<String, Double> metrics) {
  /** Takes a copy. */
  public RegisteredModel {
    metrics = Map.copyOf(metrics);
  }

  /** The model that was announced. */
  public static RegisteredModel of(ModelAnnouncement announced) {
    return new RegisteredModel(
        Integer.parseInt(announced.getVersion()),
        announced.getRunId(),
        URI.create(announced.getArtifactUri()),
        announced.getSha256(),
        announced.getFeatureFingerprint(),
        announced.getMetrics());
  }
}

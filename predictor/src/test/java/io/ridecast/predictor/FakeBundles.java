package io.ridecast.predictor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ridecast.forecasting.model.ForecastModel;
import io.ridecast.predictor.models.Verification;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.ModelRejectionReason;
import io.ridecast.runtime.artifacts.FileArtifactStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Bundles that hold nothing but their model's version; one of another content is refused. */
final class FakeBundles {
  final FileArtifactStore store;
  private final Map<String, ForecastModel> models = new ConcurrentHashMap<>();

  FakeBundles(Path directory) {
    this.store = new FileArtifactStore(directory);
  }

  /** Stores a model's bundle and says where. */
  String put(String version, ForecastModel model) throws IOException {
    models.put(version, model);
    return put(version, version);
  }

  /** Stores a bundle and says where. */
  String put(String version, String content) throws IOException {
    return store.put("demand/" + version + "/bundle", content.getBytes(UTF_8)).toString();
  }

  Verification.Verdict verify(ModelAnnouncement announcement, byte[] bundle) {
    return Optional.ofNullable(models.get(new String(bundle, UTF_8)))
        .<Verification.Verdict>map(Verification.Accepted::new)
        .orElseGet(
            () -> new Verification.Refused(ModelRejectionReason.DIGEST, "not what was announced"));
  }
}

package io.ridecast.trainer.runs;

import io.ridecast.records.TrainingStep;
import io.ridecast.runtime.artifacts.ArtifactStore;
import io.ridecast.runtime.artifacts.ArtifactUnavailable;
import io.ridecast.trainer.steps.Sha256;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what a run's steps leave, as {@code runs/<run>/<step>-<basis>/<sha256>-<name>} in the
 * artifact store. A name says what the file holds and what it was made from, so nothing is ever
 * changed, and a file that is not what it should be is found out.
 */
final class RunFiles {
  private static final Logger LOG = LoggerFactory.getLogger(RunFiles.class);
  private static final int BASIS_DIGITS = 16;

  private final ArtifactStore store;
  private final String runId;

  RunFiles(ArtifactStore store, String runId) {
    this.store = store;
    this.runId = runId;
  }

  /**
   * Keeps the files of a step.
   *
   * @param basis digest of all that the steps before left
   * @return the addresses, by name
   */
  Map<String, String> keep(TrainingStep step, String basis, Map<String, byte[]> files)
      throws ArtifactUnavailable {
    Map<String, String> addresses = new TreeMap<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String path =
          "runs/%s/%s/%s-%s"
              .formatted(
                  runId.replaceAll("[^A-Za-z0-9._-]", "_"),
                  place(step, basis),
                  Sha256.of(file.getValue()),
                  file.getKey());
      addresses.put(file.getKey(), store.put(path, file.getValue()).toString());
    }
    return addresses;
  }

  /** The files of a step that was made on this basis; empty unless every one is there and whole. */
  Optional<Map<String, byte[]>> find(
      TrainingStep step, String basis, Map<String, String> addresses) {
    Map<String, byte[]> files = new TreeMap<>();
    for (Map.Entry<String, String> address : addresses.entrySet()) {
      if (!address.getValue().contains("/" + place(step, basis) + "/")) {
        return Optional.empty();
      }
      Optional<byte[]> file = read(address.getValue());
      if (file.isEmpty()) {
        return Optional.empty();
      }
      files.put(address.getKey(), file.get());
    }
    return files.isEmpty() ? Optional.empty() : Optional.of(files);
  }

  /** A file by its address; empty if it cannot be read now, or is not what it was. */
  Optional<byte[]> read(String address) {
    try {
      byte[] content = store.get(URI.create(address));
      if (address.contains("/" + Sha256.of(content) + "-")) {
        return Optional.of(content);
      }
      LOG.warn("{} is not what it was when it was kept", address);
    } catch (ArtifactUnavailable | IllegalArgumentException e) {
      LOG.warn("{} cannot be read: {}", address, e.getMessage());
    }
    return Optional.empty();
  }

  /** The basis of the next step. */
  static String basis(String before, Map<String, byte[]> files) {
    StringBuilder all = new StringBuilder(before);
    new TreeMap<>(files).forEach((name, content) -> all.append(name).append(Sha256.of(content)));
    return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String place(TrainingStep step, String basis) {
    return step.name().toLowerCase(Locale.ROOT)
        + "-"
        + basis.substring(0, Math.min(BASIS_DIGITS, basis.length()));
  }
}

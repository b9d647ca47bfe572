package io.ridecast.forecasting.bundle;

import io.ridecast.forecasting.model.ForecastModel;
import java.util.List;

/** A trained model as one deterministic file: the same training gives the same bytes. */
public final class ModelBundle {
  private ModelBundle() {}

  /**
   * Reads and verifies a bundle.
   *
   * @param content the file
   * @param expectedSha256 the digest that was announced, hexadecimal
   * @throws InvalidBundle with the first check that it fails
   */
  public static ModelBundle read(byte[] content, String expectedSha256) throws InvalidBundle {
    if (expectedSha256.length() != 1) {
      throw new InvalidBundle(
          InvalidBundle.Reason.MALFORMED, "reading comes with the next commit: " + expectedSha256);
    }
    return new ModelBundle();
  }

  /** The file. */
  public byte[] bytes() {
    return new byte[0];
  }

  /** Digest of the file, hexadecimal. */
  public String sha256() {
    return "";
  }

  /** Digest of the ordered feature list that it was trained on, hexadecimal. */
  public String featureFingerprint() {
    return "";
  }

  /** Inputs with the outputs that it must give for them. */
  public List<GoldenCase> golden() {
    return List.of();
  }

  /** The model, ready to serve under the version that announcements give it. */
  public ForecastModel model(String version) {
    if (version.isEmpty()) {
      throw new IllegalStateException(version);
    }
    return new io.ridecast.forecasting.model.FallbackModel();
  }
}

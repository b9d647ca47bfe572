package io.ridecast.forecasting.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ridecast.forecasting.boosting.FeatureMatrix;
import io.ridecast.forecasting.boosting.MalformedBooster;
import io.ridecast.forecasting.boosting.Output;
import io.ridecast.forecasting.boosting.RatioBoosters;
import io.ridecast.forecasting.calibration.Calibration;
import io.ridecast.forecasting.calibration.ConformalCalibration;
import io.ridecast.forecasting.features.CityShares;
import io.ridecast.forecasting.features.FeatureList;
import io.ridecast.forecasting.model.ForecastModel;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A trained model as one file, a zip of {@code manifest.json} and a booster for each output: the
 * same training gives the same bytes.
 */
public final class ModelBundle {
  private static final String MANIFEST = "manifest.json";
  private static final int GOLDEN_CASES = 8;
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final byte[] content;
  private final String sha256;
  private final Manifest manifest;
  private final RatioBoosters boosters;

  private ModelBundle(byte[] content, Manifest manifest, RatioBoosters boosters) {
    this.content = content;
    this.sha256 = digest(content);
    this.manifest = manifest;
    this.boosters = boosters;
  }

  /**
   * Bundles what a training made, with intervals as they come.
   *
   * @param shares that new communities are forecast from
   * @param sample rows that golden cases are taken from
   * @param parameters of the training, by name
   * @param training what it was trained on, by name
   */
  public static ModelBundle of(
      RatioBoosters boosters,
      CityShares shares,
      FeatureMatrix sample,
      Map<String, String> parameters,
      Map<String, String> training) {
    return pack(
        new Manifest(
            Manifest.FORMAT,
            FeatureList.fingerprint(),
            FeatureList.features(),
            Output.all().stream().map(Output::label).toList(),
            ConformalCalibration.none(),
            null,
            null,
            null,
            shares,
            parameters,
            training,
            golden(boosters, sample)),
        boosters);
  }

  /** The same boosters with intervals that are calibrated anew. */
  public ModelBundle recalibrated(Calibration calibration) {
    return pack(manifest.with(calibration), boosters);
  }

  /**
   * Reads and verifies a bundle whose digest has been checked already.
   *
   * @throws InvalidBundle with the first check that it fails
   */
  public static ModelBundle read(byte[] content) throws InvalidBundle {
    return read(content, digest(content));
  }

  /**
   * Reads and verifies a bundle: digest, structure, feature list, golden cases, outputs.
   *
   * @param content the file
   * @param expectedSha256 the digest that was announced, hexadecimal
   * @throws InvalidBundle with the first check that it fails
   */
  public static ModelBundle read(byte[] content, String expectedSha256) throws InvalidBundle {
    String found = digest(content);
    if (!found.equals(expectedSha256.toLowerCase(Locale.ROOT))) {
      throw new InvalidBundle(
          InvalidBundle.Reason.DIGEST,
          "the bundle's sha256 is " + found + ", announced was " + expectedSha256);
    }
    Map<String, byte[]> entries = BundleArchive.unpack(content);
    Manifest manifest = manifest(entry(entries, MANIFEST));
    if (!manifest.fingerprint().equals(FeatureList.fingerprint())) {
      throw new InvalidBundle(
          InvalidBundle.Reason.FINGERPRINT,
          "the bundle was trained on feature list %s; this release computes %s: train anew"
              .formatted(manifest.fingerprint(), FeatureList.fingerprint()));
    }
    try {
      Map<Output, byte[]> documents = new EnumMap<>(Output.class);
      for (Output output : Output.all()) {
        documents.put(output, entry(entries, file(output)));
      }
      RatioBoosters boosters = RatioBoosters.of(documents);
      BundleVerification.check(boosters, manifest.golden());
      return new ModelBundle(content.clone(), manifest, boosters);
    } catch (MalformedBooster e) {
      throw new InvalidBundle(InvalidBundle.Reason.MALFORMED, e.getMessage() + "", e);
    }
  }

  /** The file. */
  public byte[] bytes() {
    return content.clone();
  }

  /** Digest of the file, hexadecimal. */
  public String sha256() {
    return sha256;
  }

  /** Digest of the ordered feature list that it was trained on, hexadecimal. */
  public String featureFingerprint() {
    return manifest.fingerprint();
  }

  /** Inputs with the outputs that it must give for them. */
  public List<GoldenCase> golden() {
    return manifest.golden();
  }

  /** The training's parameters, by name. */
  public Map<String, String> parameters() {
    return manifest.parameters();
  }

  /** What it was trained on (days, communities, rows), by name. */
  public Map<String, String> training() {
    return manifest.training();
  }

  /** The boosters of all outputs. */
  public RatioBoosters boosters() {
    return boosters;
  }

  /** What new communities are forecast from; none in a bundle of an earlier release. */
  public CityShares shares() {
    return manifest.knownShares();
  }

  /** What its forecasts are calibrated with. */
  public Calibration calibration() {
    return manifest.calibrations();
  }

  /** The mean's booster in XGBoost's JSON format; it predicts ratios to the base level. */
  public byte[] meanBooster() {
    return boosters.document(Output.MEAN);
  }

  /** The model, ready to serve under the version that announcements give it. */
  public ForecastModel model(String version) {
    return new BoostedModel(version, boosters, manifest.knownShares(), manifest.calibrations());
  }

  private static ModelBundle pack(Manifest manifest, RatioBoosters boosters) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try {
      entries.put(MANIFEST, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a manifest can always be written", e);
    }
    for (Output output : Output.all()) {
      entries.put(file(output), boosters.document(output));
    }
    return new ModelBundle(BundleArchive.pack(entries), manifest, boosters);
  }

  private static List<GoldenCase> golden(RatioBoosters boosters, FeatureMatrix sample) {
    List<GoldenCase> golden = new ArrayList<>();
    int cases = Math.min(GOLDEN_CASES, sample.rows());
    for (int index = 0; index < cases; index++) {
      float[] row = sample.row((int) ((long) index * sample.rows() / cases));
      golden.add(GoldenCase.of(row, boosters.predict(row, 1)));
    }
    return golden;
  }

  private static Manifest manifest(byte[] document) throws InvalidBundle {
    try {
      Manifest manifest = JSON.readValue(document, Manifest.class);
      if (manifest == null) {
        throw malformed("has an empty manifest");
      }
      if (manifest.format() != Manifest.FORMAT) {
        throw malformed("has format " + manifest.format() + ", not " + Manifest.FORMAT);
      }
      return manifest;
    } catch (IOException e) {
      throw new InvalidBundle(
          InvalidBundle.Reason.MALFORMED, "the manifest cannot be read: " + e.getMessage(), e);
    }
  }

  private static byte[] entry(Map<String, byte[]> entries, String name) throws InvalidBundle {
    byte[] entry = entries.get(name);
    if (entry == null) {
      throw malformed("holds no " + name);
    }
    return entry;
  }

  private static String file(Output output) {
    return output.label() + ".json";
  }

  private static InvalidBundle malformed(String what) {
    return new InvalidBundle(InvalidBundle.Reason.MALFORMED, "the bundle " + what);
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

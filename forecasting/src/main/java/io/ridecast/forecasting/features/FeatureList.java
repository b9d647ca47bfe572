package io.ridecast.forecasting.features;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The one ordered list of features that models are trained on and asked with. */
public final class FeatureList {
  /** Rises when values change although names and units stay. */
  private static final int REVISION = 2;

  private static final List<Feature> FEATURES =
      Arrays.stream(FeatureColumn.values()).map(FeatureColumn::feature).toList();

  private static final String FINGERPRINT = digest(FEATURES);

  private FeatureList() {}

  /** All features, in the order of a row's values. */
  public static List<Feature> features() {
    return FEATURES;
  }

  /**
   * Positions of the features that name single days of the year (the year's slow wave does not), or
   * follow from the year before.
   */
  public static List<Integer> ofDaysOfTheYear() {
    return FeatureColumn.OF_DAYS_OF_THE_YEAR.stream().map(FeatureColumn::position).toList();
  }

  /** Position of the days from the origin to the target day. */
  public static int ofLead() {
    return FeatureColumn.LEAD.position();
  }

  /** How many there are. */
  public static int size() {
    return FEATURES.size();
  }

  /**
   * SHA-256 over names, units and order, hexadecimal. A model serves only where its fingerprint
   * equals this one.
   */
  public static String fingerprint() {
    return FINGERPRINT;
  }

  private static String digest(List<Feature> features) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(("revision " + REVISION + "\n").getBytes(StandardCharsets.UTF_8));
      for (Feature feature : features) {
        String line = feature.name() + "\t" + feature.unit() + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

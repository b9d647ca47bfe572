package io.ridecast.predictor.forecasts;

import io.ridecast.forecasting.model.ForecastInput;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.predictor.horizon.Horizon;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Names a forecast by all that went into it, so that the same input has the same name on any
 * instance and at any time: {@code <community>-<origin>-<first lead>-<digest>}.
 */
public final class ForecastIdentity {
  private static final int DIGEST_BYTES = 8;

  private ForecastIdentity() {}

  /**
   * The name.
   *
   * @param features of its days; weather and own events are in them
   */
  static String of(Order order, ServingModel serving, ForecastInput input, float[][] features) {
    MessageDigest digest = sha256();
    text(digest, order.trigger().name());
    text(digest, serving.version());
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(serving.sequence()).array());
    series(digest, input.demand());
    series(digest, input.city());
    for (float[] row : features) {
      digest.update(bytes(row).array());
    }
    return name(order.community().key(), order.horizon(), digest);
  }

  /** The name of a forecast that is made of others and nothing else. */
  public static String of(String community, Horizon horizon, List<String> parts) {
    MessageDigest digest = sha256();
    parts.forEach(part -> text(digest, part));
    return name(community, horizon, digest);
  }

  private static String name(String community, Horizon horizon, MessageDigest digest) {
    String hash = HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES);
    return "%s-%s-%d-%s".formatted(community, horizon.origin(), horizon.firstLead(), hash);
  }

  private static void text(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static void series(MessageDigest digest, DemandSeries series) {
    long first = series.first().toEpochDay();
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(first).array());
    digest.update(bytes(series.window(first, series.length())).array());
  }

  private static ByteBuffer bytes(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return bytes;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}

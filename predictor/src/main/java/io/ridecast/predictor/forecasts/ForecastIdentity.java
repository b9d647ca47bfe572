package io.ridecast.predictor.forecasts;

import io.ridecast.forecasting.series.DemandSeries;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names a forecast by all that went into it, so that the same input has the same name on any
 * instance and at any time: {@code <community>-<origin>-<first lead>-<digest>}.
 */
final class ForecastIdentity {
  private static final int DIGEST_BYTES = 8;

  private ForecastIdentity() {}

  static String of(Order order, ServingModel serving, DemandSeries demand, DemandSeries city) {
    MessageDigest digest = sha256();
    text(digest, order.trigger().name());
    text(digest, serving.version());
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(serving.sequence()).array());
    series(digest, demand);
    series(digest, city);
    String hash = HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES);
    return "%s-%s-%d-%s"
        .formatted(
            order.community().key(), order.horizon().origin(), order.horizon().firstLead(), hash);
  }

  private static void text(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static void series(MessageDigest digest, DemandSeries series) {
    int length = series.length();
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + length * Float.BYTES);
    bytes.putLong(series.first().toEpochDay());
    for (float count : series.window(series.first().toEpochDay(), length)) {
      bytes.putFloat(count);
    }
    digest.update(bytes.array());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}

package io.ridecast.predictor.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeoutException;

/** Reads a request's body within bounds of size and time. */
final class RequestBody {
  static final int MOST_BYTES = 64 * 1024;

  /** A sender that is cut off in the middle never reads why; so up to here it is let finish. */
  private static final long MOST_BYTES_SKIPPED = 32L << 20;

  private RequestBody() {}

  static byte[] read(HttpServletRequest request) throws IOException {
    try {
      InputStream in = request.getInputStream();
      byte[] body = in.readNBytes(MOST_BYTES + 1);
      if (body.length <= MOST_BYTES) {
        return body;
      }
      skip(in);
    } catch (IOException failure) {
      if (failure.getCause() instanceof TimeoutException) {
        throw new Problem(408, "Request timeout", "The body did not arrive in time.");
      }
      throw failure;
    }
    throw new Problem(
        413, "Body too large", "A body may have at most %d bytes.".formatted(MOST_BYTES));
  }

  private static void skip(InputStream in) throws IOException {
    byte[] buffer = new byte[MOST_BYTES];
    long skipped = 0;
    int count = in.read(buffer);
    while (count >= 0 && skipped < MOST_BYTES_SKIPPED) {
      skipped += count;
      count = in.read(buffer);
    }
  }
}

package io.ridecast.predictor.rest;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Serves the description of this interface. */
final class OpenApi {
  private static final String RESOURCE = "openapi.json";
  private static final byte[] DESCRIPTION = read();

  private OpenApi() {}

  static void send(Context context) {
    Answers.send(context, DESCRIPTION);
  }

  private static byte[] read() {
    try (InputStream in = Objects.requireNonNull(OpenApi.class.getResourceAsStream(RESOURCE))) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

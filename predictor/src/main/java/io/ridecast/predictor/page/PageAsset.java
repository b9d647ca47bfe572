package io.ridecast.predictor.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One static file as it goes over the wire; its tag changes exactly when its content does. */
final class PageAsset {

  private static final Map<String, String> CONTENT_TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private final byte[] content;
  private final String contentType;
  private final String tag;

  private PageAsset(byte[] content, String contentType) {
    this.content = content;
    this.contentType = contentType;
    this.tag = tagOf(content);
  }

  InputStream content() {
    return new ByteArrayInputStream(content);
  }

  String contentType() {
    return contentType;
  }

  String tag() {
    return tag;
  }

  /** Reads a resource of the class path; empty if there is none or its type is not the page's. */
  static Optional<PageAsset> load(String resource) {
    String contentType = CONTENT_TYPES.get(extension(resource));
    if (contentType == null) {
      return Optional.empty();
    }
    try (InputStream in = PageAsset.class.getResourceAsStream(resource)) {
      if (in == null) {
        return Optional.empty();
      }
      return Optional.of(new PageAsset(in.readAllBytes(), contentType));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource + " from the class path", e);
    }
  }

  private static String extension(String resource) {
    return resource.substring(resource.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String tagOf(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}

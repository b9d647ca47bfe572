package io.ridecast.local.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The two calls of the Confluent protocol that a registry's start needs. */
final class RegistryApi {
  private static final String COMPATIBILITY = "{\"compatibility\":\"FULL_TRANSITIVE\"}";

  private final URI url;

  RegistryApi(URI url) {
    this.url = url;
  }

  boolean answers() {
    try {
      return open("/subjects").getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * From now on a schema must be readable by all its subject's earlier readers, and the reverse.
   */
  void requireFullCompatibility() throws IOException {
    HttpURLConnection connection = open("/config");
    connection.setRequestMethod("PUT");
    connection.setRequestProperty("Content-Type", "application/vnd.schemaregistry.v1+json");
    connection.setDoOutput(true);
    try (OutputStream body = connection.getOutputStream()) {
      body.write(COMPATIBILITY.getBytes(StandardCharsets.UTF_8));
    }
    if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
      throw new IOException(
          "The registry refused FULL_TRANSITIVE with status " + connection.getResponseCode());
    }
  }

  private HttpURLConnection open(String path) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(url + path).toURL().openConnection();
    connection.setConnectTimeout(2_000);
    connection.setReadTimeout(5_000);
    return connection;
  }
}

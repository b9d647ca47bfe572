package io.ridecast.local.registry;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** The one call of the Confluent protocol that tells that a registry is ready. */
final class RegistryApi {
  private final URI url;

  RegistryApi(URI url) {
    this.url = url;
  }

  boolean answers() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(url + "/subjects").toURL().openConnection();
      connection.setConnectTimeout(2_000);
      connection.setReadTimeout(5_000);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }
}

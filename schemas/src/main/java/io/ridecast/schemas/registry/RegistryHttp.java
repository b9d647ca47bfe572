package io.ridecast.schemas.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests to a registry, again with back-off while it cannot be reached or is busy. */
final class RegistryHttp {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryHttp.class);
  private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  private final RegistryConfig config;
  private final HttpClient client;
  private final String base;

  RegistryHttp(RegistryConfig config) {
    this.config = config;
    this.base = config.url().toString().replaceFirst("/+$", "");
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT);
    if (config.trustStore().isPresent() || config.keyStore().isPresent()) {
      builder.sslContext(TlsContext.of(config.trustStore(), config.keyStore()));
    }
    this.client = builder.build();
  }

  RegistryAnswer get(String path) {
    return send("GET", path, null);
  }

  RegistryAnswer post(String path, String json) {
    return send("POST", path, json);
  }

  RegistryAnswer put(String path, String json) {
    return send("PUT", path, json);
  }

  /**
   * Sends until there is an answer that another attempt would not change.
   *
   * @throws SchemaRegistryException when the deadline has passed without one
   */
  private RegistryAnswer send(String method, String path, @Nullable String json) {
    Backoff backoff = new Backoff(config.deadline());
    String trouble = null;
    while (true) {
      IOException cause = null;
      Duration remaining = backoff.remaining();
      try {
        RegistryAnswer answer = attempt(method, path, json, remaining);
        if (!answer.transientFailure()) {
          return answer;
        }
        trouble = answer.phrase();
      } catch (HttpTimeoutException e) {
        cause = e;
        // An attempt that the deadline cut short says less than the one before it.
        if (trouble == null || remaining.compareTo(config.requestTimeout()) >= 0) {
          trouble = e.toString();
        }
      } catch (IOException e) {
        cause = e;
        trouble = e.toString();
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
      long pause = backoff.next();
      if (pause < 0) {
        throw new SchemaRegistryException(
            "%s %s%s: no answer in %d attempts within %s, at last: %s"
                .formatted(method, base, path, backoff.attempts(), config.deadline(), trouble),
            new TimeoutException(trouble, cause)); // Kafka's mark for what may be tried again
      }
      LOG.debug("{} {}{} failed ({}), again in {} ms", method, base, path, trouble, pause);
      pause(pause);
    }
  }

  private RegistryAnswer attempt(
      String method, String path, @Nullable String json, Duration remaining)
      throws IOException, InterruptedException {
    Duration timeout =
        remaining.compareTo(config.requestTimeout()) < 0 ? remaining : config.requestTimeout();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(timeout)
            .header("Accept", CONTENT_TYPE + ", application/json")
            .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    if (json != null) {
      request.header("Content-Type", CONTENT_TYPE);
    }
    config.basicAuth().ifPresent(auth -> request.header("Authorization", basic(auth)));
    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
    return RegistryAnswer.of(response.statusCode(), response.body());
  }

  private static String basic(BasicAuth auth) {
    byte[] pair = (auth.user() + ":" + auth.password()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static SchemaRegistryException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new SchemaRegistryException("interrupted while waiting for the registry", e);
  }
}

package io.ridecast.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.runtime.metrics.MetricsRegistry;
import io.ridecast.runtime.service.FakeService;
import io.ridecast.runtime.service.Health;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperatedServiceTest {
  private final FakeService service = new FakeService();
  private final OperatedService operated = onPort(0);

  @AfterEach
  void close() {
    operated.close();
  }

  @Test
  void shouldBeAliveButNotReadyWhileItStartsAndSayWhatItWaitsFor() throws Exception {
    operated.start();
    service.becomes(new Health.Starting("the models topic"));

    HttpResponse<String> ready = get("/health/ready");

    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(ready.headers().firstValue("Retry-After")).isPresent();
    assertThat(ready.body()).contains("Waiting for the models topic.").contains("\"status\":503");
  }

  @Test
  void shouldBeReady() throws Exception {
    operated.start();
    service.becomes(new Health.Ready());

    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(get("/health/ready").body()).contains("READY");
  }

  @Test
  void shouldBeNeitherAliveNorReadyOnceFailed() throws Exception {
    operated.start();
    service.becomes(new Health.Failed("state disk full"));

    assertThat(get("/health/live").statusCode()).isEqualTo(503);
    assertThat(get("/health/ready").body()).contains("state disk full");
  }

  @Test
  void shouldServeItsMetrics() throws Exception {
    operated.start();

    HttpResponse<String> metrics = get("/metrics");

    assertThat(metrics.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(metrics.body()).contains("jvm_memory_used_bytes");
  }

  @Test
  void shouldNameATakenPortAndItsSettingAndNotStart() throws IOException {
    try (ServerSocket other = new ServerSocket(0);
        OperatedService unlucky = onPort(other.getLocalPort())) {
      assertThatThrownBy(unlucky::start)
          .isInstanceOf(PortTaken.class)
          .hasMessageContaining("Port " + other.getLocalPort() + " is taken")
          .hasMessageContaining("MONITOR_PORT");
      assertThat(service.started()).isFalse();
    }
  }

  @Test
  void shouldCloseTheServiceWithTheServer() throws Exception {
    operated.start();
    URI metrics = uri("/metrics");

    operated.close();

    assertThat(operated.stopped()).isCompleted();
    assertThatThrownBy(() -> send(metrics)).isInstanceOf(IOException.class);
  }

  private OperatedService onPort(int port) {
    return new OperatedService(service, new MetricsRegistry("fake"), port, "MONITOR_PORT");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(uri(path));
  }

  private URI uri(String path) {
    String host = InetAddress.getLoopbackAddress().getHostAddress();
    return URI.create("http://" + host + ":" + operated.port() + path);
  }

  private static HttpResponse<String> send(URI uri) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}

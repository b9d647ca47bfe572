package io.ridecast.local.faults;

import static org.awaitility.Awaitility.await;

import io.ridecast.local.ports.Port;
import io.ridecast.local.stack.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A service, usually the aggregator, in a JVM of its own, which can be killed, frozen and thawed.
 */
final class AggregatorProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final int port;
  private final Path output;

  private AggregatorProcess(Process process, int port, Path output) {
    this.process = process;
    this.port = port;
    this.output = output;
  }

  /**
   * Starts one; it is not ready yet.
   *
   * @param directory for its state and what it prints
   * @param settings beside those that say where broker and registry are
   */
  static AggregatorProcess start(LocalStack stack, Path directory, Map<String, String> settings) {
    return start("aggregator", stack, directory, settings);
  }

  /** Starts another service. */
  static AggregatorProcess start(
      String service, LocalStack stack, Path directory, Map<String, String> settings) {
    int port = Port.free("HTTP_PORT").number();
    Path output = directory.resolve(service + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command(service))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    Map<String, String> environment = builder.environment();
    environment.put("KAFKA_BOOTSTRAP_SERVERS", stack.bootstrapServers());
    environment.put("SCHEMA_REGISTRY_URL", stack.registryUrl().toString());
    environment.put("STATE_DIR", directory.resolve("state").toString());
    environment.put("CLOCK", "watermark");
    environment.put("HTTP_PORT", Integer.toString(port));
    environment.putAll(settings);
    try {
      Files.createDirectories(directory);
      return new AggregatorProcess(builder.start(), port, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it counts. */
  AggregatorProcess ready() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              if (!process.isAlive()) {
                throw new AssertionError("it ended: " + text());
              }
              return health().filter(answer -> answer.statusCode() == 200).isPresent();
            });
    return this;
  }

  /** What /health/ready answers; empty while nothing listens. */
  Optional<HttpResponse<String>> health() {
    return get("/health/ready");
  }

  String metrics() {
    return get("/metrics").orElseThrow().body();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL: it can do nothing any more. */
  void kill() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** SIGTERM: it ends in order. */
  void stop() {
    process.destroy();
    exitCode();
  }

  /** SIGSTOP: it stands still and does not know it. */
  void freeze() {
    signal("STOP");
  }

  /** SIGCONT: it goes on as if no time had passed. */
  void thaw() {
    signal("CONT");
  }

  /** Waits until it ends by itself. */
  int exitCode() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("it does not end: " + text());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All that it has printed. */
  String text() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }

  private Optional<HttpResponse<String>> get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return Optional.of(HTTP.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void signal(String name) {
    try {
      int exit =
          new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException("kill -" + name + " ended with " + exit);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> command(String service) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("io.ridecast.local.command.RidecastMain", service));
    return command;
  }
}

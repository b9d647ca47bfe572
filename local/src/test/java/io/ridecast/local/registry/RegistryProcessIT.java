package io.ridecast.local.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.local.ports.Port;
import io.ridecast.local.ports.PortTaken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryProcessIT {
  private static final RegistryInstallation INSTALLATION =
      new RegistryInstallation(Path.of("target", "registry").toAbsolutePath());
  private static final String SCHEMA = "{\"schema\":\"\\\"string\\\"\"}";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Port port = Port.free("REGISTRY_PORT");

  @TempDir Path directory;

  @Test
  void shouldKeepAnIdThatItHasGivenAlthoughItIsKilledAtOnce() throws Exception {
    String answer;
    try (RegistryProcess registry = RegistryProcess.start(INSTALLATION, directory, port)) {
      answer = register(registry);
      ProcessHandle process = left();
      process.destroyForcibly();
      process.onExit().get(10, TimeUnit.SECONDS);
    }

    try (RegistryProcess registry = RegistryProcess.start(INSTALLATION, directory, port)) {
      assertThat(get(registry, "/subjects")).isEqualTo("[\"bikes-value\"]");
      assertThat(register(registry)).isEqualTo(answer);
    }
  }

  @Test
  void shouldEndTheOneThatAnEarlierRunLeftBehind() throws Exception {
    try (RegistryProcess first = RegistryProcess.start(INSTALLATION, directory, port)) {
      ProcessHandle leftBehind = left();

      try (RegistryProcess second = RegistryProcess.start(INSTALLATION, directory, port)) {
        assertThat(leftBehind.isAlive()).isFalse();
        assertThat(first.ended()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(second.ended()).isNotDone();
      }
    }
  }

  @Test
  void shouldLeaveAnotherProgramAloneThatGotItsNumber() throws Exception {
    Process other = new ProcessBuilder("sleep", "60").start();
    try {
      Files.writeString(directory.resolve("registry.pid"), Long.toString(other.pid()));

      new RegistryPid(directory).endLeftBehind();

      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void shouldEndWithTheProcessThatStartedIt() throws Exception {
    Process process =
        new ProcessBuilder(RegistryCommand.of(INSTALLATION, directory, port, List.of()))
            .directory(INSTALLATION.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();

    // What the system does with every pipe of a killed process.
    process.getOutputStream().close();

    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void shouldNameTheSettingOfATakenPort() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Port taken = new Port("REGISTRY_PORT", other.getLocalPort());

      assertThatThrownBy(() -> RegistryProcess.start(INSTALLATION, directory, taken))
          .isInstanceOf(PortTaken.class)
          .hasMessageContaining("REGISTRY_PORT");
    }
  }

  @Test
  void shouldSayWhatToDoWhereItHasNotBeenUnpacked() {
    assertThatThrownBy(
            () -> RegistryProcess.start(new RegistryInstallation(directory), directory, port))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("run make build");
  }

  private ProcessHandle left() throws IOException {
    return ProcessHandle.of(Long.parseLong(Files.readString(directory.resolve("registry.pid"))))
        .orElseThrow();
  }

  private String register(RegistryProcess registry) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(registry.url() + "/subjects/bikes-value/versions"))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .POST(HttpRequest.BodyPublishers.ofString(SCHEMA))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private String get(RegistryProcess registry, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(registry.url() + path)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}

package io.ridecast.local.registry;

import io.ridecast.local.ports.Port;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A running schema registry. Schemas and their ids are kept in its directory; the process ends with
 * this one, also when this one is killed.
 */
public final class RegistryProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(2);

  private final Process process;
  private final RegistryPid pid;
  private final URI url;

  private RegistryProcess(Process process, RegistryPid pid, URI url) {
    this.process = process;
    this.pid = pid;
    this.url = url;
  }

  /**
   * Starts a registry and returns when it answers.
   *
   * @param directory where it keeps its schemas; created if it is not there. A registry that an
   *     earlier run left behind on it is ended first.
   * @param port where it listens, on the loopback interface only
   * @throws IOException if it does not start; the end of its log says why
   * @throws io.ridecast.local.ports.PortTaken if another program listens there
   */
  public static RegistryProcess start(RegistryInstallation installation, Path directory, Port port)
      throws IOException {
    return start(
        installation, directory, port, RegistryCommand.archived(installation.classArchive()));
  }

  /** Runs a registry once and leaves an archive of the classes that it has loaded. */
  static void record(RegistryInstallation installation, Path directory, Port port, Path archive)
      throws IOException {
    RegistryProcess registry =
        start(installation, directory, port, RegistryCommand.archiving(archive));
    registry.end();
    try {
      registry.process.waitFor(START.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      registry.close();
    }
  }

  private static RegistryProcess start(
      RegistryInstallation installation, Path directory, Port port, List<String> flags)
      throws IOException {
    Files.createDirectories(directory);
    RegistryPid pid = new RegistryPid(directory);
    pid.endLeftBehind();
    port.requireFree();
    Path log = directory.resolve("registry.log");
    ProcessBuilder builder =
        new ProcessBuilder(RegistryCommand.of(installation, directory, port, flags))
            .directory(installation.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    Process process = builder.start();
    pid.write(process.pid());
    URI url = URI.create("http://" + port.address() + "/apis/ccompat/v7");
    RegistryProcess registry = new RegistryProcess(process, pid, url);
    try {
      registry.awaitReady(log);
    } catch (IOException e) {
      registry.close();
      throw e;
    }
    return registry;
  }

  /** The root of the Confluent protocol, what a client sets as its registry URL. */
  public URI url() {
    return url;
  }

  /** Done when the process has ended, whoever ended it. */
  public CompletableFuture<Integer> ended() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Asks the process to end and returns at once. */
  public void end() {
    process.destroy();
  }

  /** Ends the process and returns when it is gone. */
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    pid.remove();
  }

  private void awaitReady(Path log) throws IOException {
    RegistryApi api = new RegistryApi(url);
    long start = System.nanoTime();
    while (!api.answers()) {
      if (endedWithin(Duration.ofMillis(50))) {
        throw new IOException("The schema registry ended at its start:\n" + lastLines(log));
      }
      if (System.nanoTime() - start > START.toNanos()) {
        throw new IOException(
            "The schema registry does not answer after " + START.toSeconds() + " s: see " + log);
      }
    }
  }

  private boolean endedWithin(Duration time) throws IOException {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while the schema registry started", e);
    }
  }

  private static String lastLines(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
  }
}

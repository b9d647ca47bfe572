package io.ridecast.local.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The note of which process serves a registry directory, read by the next one to use it. */
final class RegistryPid {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Path file;
  private final String database;

  RegistryPid(Path directory) {
    this.file = directory.resolve("registry.pid");
    this.database = RegistryCommand.database(directory);
  }

  void write(long pid) throws IOException {
    Files.writeString(file, Long.toString(pid));
  }

  void remove() throws IOException {
    Files.deleteIfExists(file);
  }

  /**
   * Ends the process that the last run left behind, if it is still there and serves this very
   * directory: a number that now belongs to another program is left alone.
   */
  void endLeftBehind() throws IOException {
    Optional<ProcessHandle> process = read().flatMap(ProcessHandle::of).filter(this::isOurs);
    if (process.isPresent()) {
      end(process.get());
    }
    remove();
  }

  private Optional<Long> read() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(Files.readString(file).strip()));
    } catch (NumberFormatException e) {
      // Cut off by a kill: nothing is known of that process.
      return Optional.empty();
    }
  }

  private boolean isOurs(ProcessHandle process) {
    return process
        .info()
        .arguments()
        .map(arguments -> Arrays.stream(arguments).anyMatch(a -> a.endsWith(database)))
        .orElse(false);
  }

  private static void end(ProcessHandle process) throws IOException {
    process.destroy();
    if (!ended(process)) {
      process.destroyForcibly();
      if (!ended(process)) {
        throw new IOException(
            "The registry of an earlier run (process " + process.pid() + ") does not end");
      }
    }
  }

  private static boolean ended(ProcessHandle process) throws IOException {
    try {
      process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IOException("Waiting for process " + process.pid() + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }
}

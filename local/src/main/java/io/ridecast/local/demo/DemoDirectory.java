package io.ridecast.local.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directory that holds all of a demo's state, for one demo at a time. A temporary one is
 * removed at the end; one that was given stays, also what a kill left in it.
 */
public final class DemoDirectory implements AutoCloseable {
  private static final String LOCK = "lock";

  private final Path path;
  private final boolean temporary;
  private final FileChannel lock;
  private volatile boolean logStays;

  private DemoDirectory(Path path, boolean temporary, FileChannel lock) {
    this.path = path;
    this.temporary = temporary;
    this.lock = lock;
  }

  /**
   * Takes a directory for a city, or makes a temporary one.
   *
   * @param given empty for a temporary one; it need not exist yet
   * @throws DirectoryRefused if another demo uses it, it holds another city or something else
   * @throws IOException if it cannot be read or written
   */
  public static DemoDirectory open(Optional<Path> given, DemoIdentity identity) throws IOException {
    Path path =
        given.isPresent()
            ? Files.createDirectories(given.get().toAbsolutePath().normalize())
            : Files.createTempDirectory("ridecast-");
    requireOursOrEmpty(path);
    FileChannel lock =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    DemoDirectory directory = new DemoDirectory(path, given.isEmpty(), lock);
    try {
      // The system frees it with the process, however that ends.
      if (!taken(lock)) {
        throw new DirectoryRefused("DATA=" + path + " is in use by another demo: end that first");
      }
      directory.identify(identity);
      return directory;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  public Path path() {
    return path;
  }

  /** Whether it is removed at the end. */
  public boolean temporary() {
    return temporary;
  }

  Path broker() {
    return path.resolve("broker");
  }

  Path registry() {
    return path.resolve("registry");
  }

  Path state() {
    return path.resolve("state");
  }

  Path models() {
    return path.resolve("models");
  }

  /** What every part said, for a look when something is wrong; beside a temporary directory. */
  public Path log() {
    return temporary ? path.resolveSibling(path.getFileName() + ".log") : path.resolve("demo.log");
  }

  /** Leaves the log where it is, also that of a temporary directory. */
  public void keepLog() {
    logStays = true;
  }

  /** Frees the directory for another demo, and removes it if it was temporary. */
  @Override
  public synchronized void close() throws IOException {
    if (!lock.isOpen()) {
      return;
    }
    lock.close();
    if (temporary) {
      remove();
      if (!logStays) {
        Files.deleteIfExists(log());
      }
    }
  }

  private static boolean taken(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // by another demo of this very process
    }
  }

  private void identify(DemoIdentity identity) throws IOException {
    Optional<DemoIdentity> earlier = DemoIdentity.read(path);
    if (earlier.isPresent()) {
      identity.requireSame(earlier.get(), path);
    } else {
      identity.write(path);
    }
  }

  /** Before anything is written: a directory of somebody else's stays as it is. */
  private static void requireOursOrEmpty(Path path) throws IOException {
    if (DemoIdentity.read(path).isPresent()) {
      return;
    }
    try (Stream<Path> files = Files.list(path)) {
      if (!files.map(f -> f.getFileName().toString()).allMatch(DemoDirectory::isOurStart)) {
        throw new DirectoryRefused(
            "DATA="
                + path
                + " holds other files: give an empty directory or one of an earlier demo");
      }
    }
  }

  /** What a demo may have left that was killed before it had identified its directory. */
  private static boolean isOurStart(String name) {
    return name.equals(LOCK) || name.equals(DemoIdentity.UNFINISHED);
  }

  private void remove() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(path)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.deleteIfExists(file);
    }
  }
}

package io.ridecast.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;

/** A disk of a few megabytes, which can be filled to its last byte. */
record SmallDisk(Path folder) implements AutoCloseable {
  private static final String SIZE = "size=32m";

  /** Only Linux has such disks, and only root may have one. */
  static SmallDisk mount(Path parent) throws Exception {
    Path folder = Files.createDirectory(parent.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", folder.toString()),
        "needs the right to mount a tmpfs");
    return new SmallDisk(folder);
  }

  void fill() throws IOException {
    byte[] block = new byte[4096];
    try (OutputStream filler = Files.newOutputStream(folder.resolve("filler"))) {
      while (true) {
        filler.write(block);
      }
    } catch (IOException full) {
      assertThat(Objects.requireNonNull(full.getMessage())).contains("No space left");
    }
  }

  /** Deletes what has such a name. */
  void clear(String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> found = files.filter(file -> file.getFileName().toString().matches(name)).toList();
      for (Path file : found) {
        Utils.delete(file.toFile());
      }
    }
  }

  @Override
  public void close() throws Exception {
    run("umount", "--lazy", folder.toString());
  }

  private static boolean run(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}

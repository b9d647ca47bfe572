package io.ridecast.runtime.artifacts;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Artifacts as files below one directory. */
public final class FileArtifactStore implements ArtifactStore {
  private final Path root;

  public FileArtifactStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public URI put(String path, byte[] content) throws ArtifactUnavailable {
    Path target = inside(root.resolve(path));
    try {
      if (Files.exists(target)) {
        requireSame(target, content);
      } else {
        write(target, content);
      }
    } catch (IOException failure) {
      throw new ArtifactUnavailable("Cannot write " + target + ": " + failure, failure);
    }
    return target.toUri();
  }

  @Override
  public byte[] get(URI uri) throws ArtifactUnavailable {
    try {
      return Files.readAllBytes(inside(Path.of(uri)));
    } catch (NoSuchFileException absent) {
      throw ArtifactUnavailable.missing("Cannot read " + uri + ": there is no such file", absent);
    } catch (IOException | IllegalArgumentException | FileSystemNotFoundException failure) {
      throw new ArtifactUnavailable("Cannot read " + uri + ": " + failure, failure);
    }
  }

  private Path inside(Path path) {
    Path normal = path.normalize();
    if (!normal.startsWith(root) || normal.equals(root)) {
      throw new IllegalArgumentException(path + " is not inside the artifact store " + root);
    }
    return normal;
  }

  private static void requireSame(Path target, byte[] content) throws IOException {
    if (!Arrays.equals(Files.readAllBytes(target), content)) {
      throw new IllegalArgumentException(target + " already holds other content");
    }
  }

  /** By a file beside it: a reader, or a crash, never meets half a file. */
  private static void write(Path target, byte[] content) throws IOException {
    Path directory = target.getParent();
    Files.createDirectories(directory);
    Path unfinished = Files.createTempFile(directory, ".unfinished-", "");
    try {
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}

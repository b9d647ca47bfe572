package io.ridecast.feed.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a folder that are complete: as large and as old as at the look before. What is still
 * being written often says so by a dot in front or .tmp, .part behind. A file that was dealt with
 * is moved aside, so that what lies in the folder is always what is still to be done, whatever
 * happens to us.
 */
final class LandedFiles {
  private static final String SENT = "sent";
  private static final String REFUSED = "refused";

  private final Path folder;
  private Map<Path, State> before = Map.of();

  LandedFiles(Path folder) {
    this.folder = folder;
  }

  /** How large and how old a file is. */
  private record State(long bytes, long modifiedMillis) {}

  /** The complete files, by name. */
  List<Path> look() {
    Map<Path, State> now = states();
    List<Path> complete = new ArrayList<>();
    now.forEach(
        (file, state) -> {
          if (state.equals(before.get(file))) {
            complete.add(file);
          }
        });
    before = now;
    complete.sort(null);
    return complete;
  }

  /** The file's rides have all been sent. */
  void sent(Path file) {
    move(file, SENT);
  }

  /** The file cannot be used. */
  void refused(Path file) {
    move(file, REFUSED);
  }

  private Map<Path, State> states() {
    Map<Path, State> states = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(LandedFiles::isMeant)
          .forEach(file -> state(file).ifPresent(state -> states.put(file, state)));
      return states;
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + folder + " cannot be read", e);
    }
  }

  /** Empty if somebody takes the file away between two looks. */
  private static Optional<State> state(Path file) {
    try {
      return Optional.of(new State(Files.size(file), Files.getLastModifiedTime(file).toMillis()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isMeant(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file)
        && !name.startsWith(".")
        && !name.endsWith(".tmp")
        && !name.endsWith(".part");
  }

  private void move(Path file, String to) {
    try {
      Path target = Files.createDirectories(folder.resolve(to)).resolve(file.getFileName());
      Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be moved to " + folder.resolve(to), e);
    }
  }
}

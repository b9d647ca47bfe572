package io.ridecast.feed.file;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which files are fed, and how.
 *
 * @param files the files, in any order
 * @param liveFrom the local day from which rides are replayed live; empty to send all at once
 * @param again whether rows are sent although an earlier run has promised their days; rides that
 *     were counted are not counted twice
 */
public record FileSource(List<Path> files, Optional<LocalDate> liveFrom, boolean again) {
  public FileSource {
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no ride file is named");
    }
  }

  /** All of the files' rides as history. */
  public static FileSource history(List<Path> files) {
    return new FileSource(files, Optional.empty(), false);
  }

  /** The files' rides, live from {@code day} on. */
  public static FileSource liveFrom(LocalDate day, List<Path> files) {
    return new FileSource(files, Optional.of(day), false);
  }
}

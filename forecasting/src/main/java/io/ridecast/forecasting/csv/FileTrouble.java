package io.ridecast.forecasting.csv;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a file that somebody named cannot be read, in words. */
public final class FileTrouble {
  private FileTrouble() {}

  /** The file and what is wrong with it. */
  public static String of(Path file, IOException trouble) {
    if (trouble instanceof NoSuchFileException) {
      return file + ": there is no such file";
    }
    if (trouble instanceof AccessDeniedException) {
      return file + ": this user may not read it";
    }
    return file + ": cannot be read (" + trouble + ")";
  }
}

package io.ridecast.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says of a process's memory; 0 where there is no /proc. */
public final class Memory {
  private Memory() {}

  /** The most that the process ever held in memory, KiB. */
  public static long peakKiB(long pid) {
    return read(pid, "VmHWM:");
  }

  /** What the process holds in memory, KiB. */
  public static long residentKiB(long pid) {
    return read(pid, "VmRSS:");
  }

  private static long read(long pid, String name) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

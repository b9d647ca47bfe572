package io.ridecast.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;

/** Samples where this process spends its time, if a file for it is given. */
public final class Profile {
  private static final Duration EVERY = Duration.ofMillis(2);

  private final @Nullable Recording recording;

  private Profile(@Nullable Recording recording) {
    this.recording = recording;
  }

  /** Starts to sample, if there is a file. */
  public static Profile start(Optional<Path> file) throws IOException {
    if (file.isEmpty()) {
      return new Profile(null);
    }
    Recording recording = new Recording();
    recording.enable("jdk.ExecutionSample").withPeriod(EVERY);
    recording.enable("jdk.NativeMethodSample").withPeriod(EVERY);
    recording.setDestination(file.get());
    recording.start();
    return new Profile(recording);
  }

  /** Ends the sampling and writes the file. */
  public void end() {
    if (recording != null) {
      recording.close();
    }
  }
}

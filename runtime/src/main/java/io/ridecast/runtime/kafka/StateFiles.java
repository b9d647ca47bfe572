package io.ridecast.runtime.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;

/** What an application's tasks keep on disk: a copy of what is in its changelogs. */
record StateFiles(Path directory) {
  private static final Pattern TASK = Pattern.compile("\\d+_\\d+");

  static StateFiles of(Properties settings) {
    return new StateFiles(
        Path.of(
            settings.getProperty(StreamsConfig.STATE_DIR_CONFIG),
            settings.getProperty(StreamsConfig.APPLICATION_ID_CONFIG)));
  }

  /** Deletes it all. The id of the process stays: by it the open transactions are fenced. */
  void delete() {
    try (Stream<Path> entries = Files.list(directory)) {
      List<Path> tasks =
          entries.filter(entry -> TASK.matcher(entry.getFileName().toString()).matches()).toList();
      for (Path task : tasks) {
        Utils.delete(task.toFile());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the state in " + directory + " cannot be deleted", e);
    }
  }
}

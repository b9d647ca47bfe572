package io.ridecast.forecasting.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTroubleTest {
  @TempDir private Path folder;

  @Test
  void shouldSayThatAFileIsMissing() {
    Path file = folder.resolve("zones.csv");

    assertThat(trouble(file)).isEqualTo(file + ": there is no such file");
  }

  @Test
  void shouldSayThatAFileMayNotBeRead() {
    Path file = folder.resolve("zones.csv");

    assertThat(FileTrouble.of(file, new AccessDeniedException(file.toString())))
        .isEqualTo(file + ": this user may not read it");
  }

  @Test
  void shouldHandOnAnyOtherCause() {
    assertThat(trouble(folder)).startsWith(folder + ": cannot be read (").contains("directory");
  }

  private static String trouble(Path file) {
    try {
      Files.readAllBytes(file);
      return fail("it could be read");
    } catch (IOException e) {
      return FileTrouble.of(file, e);
    }
  }
}

package io.ridecast.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDirectoryTest {
  private static final DemoIdentity CHICAGO = new DemoIdentity("simulated", "chicago");

  @TempDir Path folder;

  @Test
  void shouldRemoveATemporaryDirectoryWithAllThatIsInIt() throws IOException {
    DemoDirectory directory = DemoDirectory.open(Optional.empty(), CHICAGO);
    Files.createDirectories(directory.broker().resolve("topic-0"));
    Files.writeString(directory.broker().resolve("topic-0").resolve("log"), "rides");

    directory.close();

    assertThat(directory.path()).doesNotExist();
  }

  @Test
  void shouldKeepADirectoryThatWasGiven() throws IOException {
    try (DemoDirectory directory = DemoDirectory.open(Optional.of(folder), CHICAGO)) {
      Files.createDirectories(directory.broker());
    }

    try (DemoDirectory again = DemoDirectory.open(Optional.of(folder), CHICAGO)) {
      assertThat(again.broker()).isDirectory();
      assertThat(again.temporary()).isFalse();
    }
  }

  @Test
  void shouldMakeTheDirectoryWhereThereIsNone() throws IOException {
    Path missing = folder.resolve("new").resolve("city");

    try (DemoDirectory directory = DemoDirectory.open(Optional.of(missing), CHICAGO)) {
      assertThat(directory.path()).isDirectory();
    }
  }

  @Test
  void shouldRefuseASecondDemoOnTheSameDirectory() throws IOException {
    try (DemoDirectory first = DemoDirectory.open(Optional.of(folder), CHICAGO)) {
      assertThat(first.path()).isDirectory();

      assertThatThrownBy(() -> DemoDirectory.open(Optional.of(folder), CHICAGO))
          .isInstanceOf(DirectoryRefused.class)
          .hasMessageContaining("in use by another demo");
    }
  }

  @Test
  void shouldRefuseOtherRidesThanTheDirectorys() throws IOException {
    DemoDirectory.open(Optional.of(folder), CHICAGO).close();

    assertThatThrownBy(
            () -> DemoDirectory.open(Optional.of(folder), new DemoIdentity("file 1a", "chicago")))
        .isInstanceOf(DirectoryRefused.class)
        .hasMessageContaining("RIDES");
  }

  @Test
  void shouldRefuseOtherCommunitiesThanTheDirectorys() throws IOException {
    DemoDirectory.open(Optional.of(folder), CHICAGO).close();

    assertThatThrownBy(
            () ->
                DemoDirectory.open(
                    Optional.of(folder), new DemoIdentity("simulated", "pittsburgh")))
        .isInstanceOf(DirectoryRefused.class)
        .hasMessageContaining("CATALOG");
  }

  @Test
  void shouldLeaveADirectoryAloneThatHoldsSomethingElse() throws IOException {
    Files.writeString(folder.resolve("thesis.tex"), "chapter 1");

    assertThatThrownBy(() -> DemoDirectory.open(Optional.of(folder), CHICAGO))
        .isInstanceOf(DirectoryRefused.class)
        .hasMessageContaining("holds other files");
    assertThat(folder.toFile().list()).containsExactly("thesis.tex");
  }

  @Test
  void shouldBeginAnewWhereAKillCameBeforeTheIdentity() throws IOException {
    Files.writeString(folder.resolve("lock"), "");
    Files.writeString(folder.resolve(DemoIdentity.UNFINISHED), "simul");

    try (DemoDirectory directory = DemoDirectory.open(Optional.of(folder), CHICAGO)) {
      assertThat(DemoIdentity.read(directory.path())).contains(CHICAGO);
    }
  }
}

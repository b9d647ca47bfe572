package io.ridecast.runtime.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileArtifactStoreTest {
  private static final byte[] MODEL = "model".getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER = "other".getBytes(StandardCharsets.UTF_8);
  @TempDir Path root;
  private ArtifactStore store;

  @BeforeEach
  void open() {
    store = new FileArtifactStore(root);
  }

  @Test
  void shouldGiveBackWhatWasPut() throws ArtifactUnavailable {
    URI address = store.put("demand/3/bundle", MODEL);

    assertThat(address.getScheme()).isEqualTo("file");
    assertThat(store.get(address)).isEqualTo(MODEL);
  }

  @Test
  void shouldLeaveNothingButTheWholeFile() throws IOException {
    store.put("demand/3/bundle", MODEL);

    try (Stream<Path> files = Files.list(root.resolve("demand/3"))) {
      assertThat(files).containsExactly(root.resolve("demand/3/bundle"));
    }
  }

  @Test
  void shouldNotTouchAFileThatHoldsTheContentAlready() throws IOException {
    URI address = store.put("bundle", MODEL);
    FileTime written = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(Path.of(address), written);

    assertThat(store.put("bundle", MODEL)).isEqualTo(address);

    assertThat(Files.getLastModifiedTime(Path.of(address))).isEqualTo(written);
  }

  @Test
  void shouldRefuseOtherContentAtTheSamePlace() throws ArtifactUnavailable {
    URI address = store.put("bundle", MODEL);

    assertThatThrownBy(() -> store.put("bundle", OTHER)).hasMessageContaining("other content");

    assertThat(store.get(address)).isEqualTo(MODEL);
  }

  @Test
  void shouldStayInsideItsDirectory() {
    assertThatThrownBy(() -> store.put("../outside", MODEL)).hasMessageContaining("not inside");
    assertThatThrownBy(() -> store.get(URI.create("file:/etc/hostname")))
        .isInstanceOf(ArtifactUnavailable.class)
        .hasMessageContaining("not inside");
  }

  @Test
  void shouldSayWhatCannotBeRead() {
    URI missing = root.resolve("demand/9/bundle").toUri();

    assertThatThrownBy(() -> store.get(missing))
        .isInstanceOf(ArtifactUnavailable.class)
        .hasMessageContaining("demand/9/bundle");
  }

  @Test
  void shouldSayWhenItCannotBeWritten() throws IOException {
    Files.write(root.resolve("demand"), OTHER);

    assertThatThrownBy(() -> store.put("demand/1/bundle", MODEL))
        .isInstanceOf(ArtifactUnavailable.class)
        .hasMessageContaining("Cannot write");
  }
}

package io.ridecast.trainer.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ridecast.forecasting.bundle.InvalidBundle;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.runtime.artifacts.ArtifactStore;
import io.ridecast.runtime.artifacts.ArtifactUnavailable;
import io.ridecast.runtime.artifacts.FileArtifactStore;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelShelfTest {
  private static final ModelBundle ONE = SampleBundle.one().bundle();
  private static final ModelBundle OTHER = SampleBundle.other().bundle();

  @TempDir private Path directory;
  private ModelShelf shelf;

  @BeforeEach
  void open() throws Exception {
    shelf = reopened();
  }

  @Test
  void shouldBeEmptyAtFirst() throws Exception {
    assertThat(shelf.newest()).isEmpty();
    assertThat(shelf.find("1")).isEmpty();
    assertThat(shelf.before("1")).isEmpty();
  }

  @Test
  void shouldKeepAModelUnderTheNextVersion() throws Exception {
    RegisteredModel first = shelf.register("run-1", ONE, Map.of("holdout.wape", 0.25), 1);
    RegisteredModel second = shelf.register("run-2", OTHER, Map.of(), 1);

    assertThat(first.version()).isEqualTo(1);
    assertThat(second.version()).isEqualTo(2);
    assertThat(Files.readAllBytes(directory.resolve("demand/1/bundle"))).isEqualTo(ONE.bytes());
    assertThat(first.sha256()).isEqualTo(ONE.sha256());
    assertThat(first.metrics()).containsEntry("holdout.wape", 0.25);
  }

  @Test
  void shouldGiveARunOneVersionForEver() throws Exception {
    RegisteredModel first = shelf.register("run-1", ONE, Map.of(), 1);

    assertThat(reopened().register("run-1", ONE, Map.of(), 7)).isEqualTo(first);
    assertThat(reopened().register("run-1", OTHER, Map.of(), 7)).isEqualTo(first);
  }

  @Test
  void shouldFindAgainWhatAnotherTrainerRegistered() throws Exception {
    shelf.register("run-1", ONE, Map.of("a", 1.5), 1);
    shelf.register("run-2", OTHER, Map.of(), 1);

    ModelShelf again = reopened();

    assertThat(again.newest().orElseThrow().runId()).isEqualTo("run-2");
    assertThat(again.find("1").orElseThrow().metrics()).containsEntry("a", 1.5);
    assertThat(again.ofRun("run-2").orElseThrow().version()).isEqualTo(2);
    assertThat(again.before("2").orElseThrow().version()).isEqualTo(1);
    assertThat(again.before("1")).isEmpty();
    assertThat(again.read(again.find("2").orElseThrow()).sha256()).isEqualTo(OTHER.sha256());
  }

  @Test
  void shouldStepOverABundleThatWasNeverRegistered() throws Exception {
    store().put("demand/1/bundle", new byte[] {1, 2, 3});

    assertThat(shelf.register("run-2", ONE, Map.of(), 1).version()).isEqualTo(2);
    assertThat(reopened().newest().orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void shouldFinishARegistrationThatWasCutOff() throws Exception {
    store().put("demand/1/bundle", ONE.bytes());

    assertThat(shelf.register("run-1", ONE, Map.of(), 1).version()).isEqualTo(1);
  }

  @Test
  void shouldNotReuseAVersionThatWasAnnouncedAlready() throws Exception {
    assertThat(shelf.register("run-9", ONE, Map.of(), 9).version()).isEqualTo(9);
  }

  @Test
  void shouldNotReadABundleThatWasChanged() throws Exception {
    RegisteredModel model = shelf.register("run-1", ONE, Map.of(), 1);
    byte[] changed = ONE.bytes().clone();
    changed[changed.length / 2] ^= 1;
    Files.write(Path.of(model.artifact()), changed);

    assertThatExceptionOfType(InvalidBundle.class)
        .isThrownBy(() -> shelf.read(model))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(InvalidBundle.Reason.DIGEST));
  }

  @Test
  void shouldSayThatABundleIsGone() throws Exception {
    RegisteredModel model = shelf.register("run-1", ONE, Map.of(), 1);
    Files.delete(Path.of(model.artifact()));

    assertThatExceptionOfType(ArtifactUnavailable.class).isThrownBy(() -> shelf.read(model));
  }

  private ArtifactStore store() {
    return new FileArtifactStore(directory);
  }

  private ModelShelf reopened() {
    return new ModelShelf(store(), URI.create(directory.toUri().toString()));
  }
}

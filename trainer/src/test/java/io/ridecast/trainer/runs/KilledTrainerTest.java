package io.ridecast.trainer.runs;

import static io.ridecast.trainer.history.SampleHistory.FAIR;
import static io.ridecast.trainer.runs.RunScene.train;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import io.ridecast.schemas.registry.InMemoryRegistry;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.trainer.history.ClosedHistory;
import io.ridecast.trainer.history.SampleHistory;
import io.ridecast.trainer.steps.SmallFitting;
import io.ridecast.trainer.tracking.FileTracking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kills a trainer at every place where it leaves a trace: before and after each record and each
 * file. The next one knows only what was written.
 */
class KilledTrainerTest {
  private static final int DAYS = 120;
  private static final int RECORDS = 17;
  private static final int FILES = 25; // two of them the shelf's, thirteen the record's

  @TempDir private Path directory;

  @BeforeAll
  static void letRecordsBeCopied() {
    new AvroSerdes(new InMemoryRegistry());
  }

  static Stream<Integer> records() {
    return IntStream.rangeClosed(1, RECORDS).boxed();
  }

  static Stream<Integer> files() {
    return IntStream.rangeClosed(1, FILES).boxed();
  }

  @ParameterizedTest
  @MethodSource("records")
  void shouldGoOnAfterDyingBeforeARecord(int record) throws Exception {
    goesOn(scene -> scene.beforeWrite(killAt(record)));
  }

  @ParameterizedTest
  @MethodSource("records")
  void shouldGoOnAfterDyingBehindARecord(int record) throws Exception {
    goesOn(scene -> scene.afterWrite(killAt(record)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void shouldGoOnAfterDyingBeforeAFile(int file) throws Exception {
    goesOn(scene -> scene.store().beforePut(killAt(file)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void shouldGoOnAfterDyingBehindAFile(int file) throws Exception {
    goesOn(scene -> scene.store().afterPut(killAt(file)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"search", "candidate", "served", "held out"})
  void shouldGoOnAfterDyingAtWork(String work) throws Exception {
    RunScene scene = new RunScene(directory);
    SmallFitting first =
        new SmallFitting()
            .before(
                what -> {
                  if (what.equals(work)) {
                    throw new Killed();
                  }
                });
    assertThatExceptionOfType(Killed.class).isThrownBy(() -> scene.run(first, train("a"), DAYS));

    sameEnd(scene, first.work());
  }

  @Test
  void shouldGoOnHoweverOftenItDies() throws Exception {
    RunScene scene = new RunScene(directory);
    SmallFitting fitting = new SmallFitting();
    for (int death = 0; death < RECORDS / 2; death++) {
      scene.afterWrite(killAt(2));
      assertThatExceptionOfType(Killed.class)
          .isThrownBy(() -> scene.run(fitting, train("a"), DAYS));
    }
    assertThat(finished(scene)).hasSize(TrainingStep.values().length - 1);

    sameEnd(scene, fitting.work());
  }

  @Test
  void shouldKeepTheDaysThatItBeganWith() {
    RunScene scene = new RunScene(directory);
    scene.beforeWrite(killAt(9)); // in the fit
    assertThatExceptionOfType(Killed.class)
        .isThrownBy(() -> scene.run(new SmallFitting(), train("a"), DAYS));

    scene.beforeWrite(() -> {});
    RunOutcome outcome = scene.run(new SmallFitting(), train("a"), DAYS + 3);

    assertThat(sha256(outcome)).isEqualTo(undisturbed());
  }

  @Test
  void shouldKeepTheWeatherAndTheOwnDaysThatItBeganWith() throws Exception {
    Optional<ClosedHistory> began = Optional.of(SampleHistory.in(SampleHistory.weather(1), FAIR));
    Optional<ClosedHistory> later =
        Optional.of(SampleHistory.in(SampleHistory.weather(2), "date,name\n2020-03-02,Fair\n"));
    RunScene scene = new RunScene(directory);
    String undisturbed = sha256(scene.run(new SmallFitting(), train("undisturbed"), began));
    String other = sha256(scene.run(new SmallFitting(), train("other"), later));
    scene.afterWrite(killAt(4)); // searched
    assertThatExceptionOfType(Killed.class)
        .isThrownBy(() -> scene.run(new SmallFitting(), train("a"), began));

    scene.afterWrite(() -> {});
    RunOutcome outcome = scene.run(new SmallFitting(), train("a"), later);

    assertThat(sha256(outcome)).isEqualTo(undisturbed).isNotEqualTo(other);
  }

  @Test
  void shouldDoAStepAgainWhoseFilesAreGone() throws Exception {
    RunScene scene = new RunScene(directory);
    scene.afterWrite(killAt(10)); // calibrated
    assertThatExceptionOfType(Killed.class)
        .isThrownBy(() -> scene.run(new SmallFitting(), train("a"), DAYS));
    Files.delete(file(scene, TrainingStep.FIT, "served"));

    SmallFitting next = new SmallFitting();
    scene.afterWrite(() -> {});
    RunOutcome outcome = scene.run(next, train("a"), DAYS);

    assertThat(next.work()).containsExactly("candidate", "served");
    assertThat(sha256(outcome)).isEqualTo(undisturbed());
  }

  @Test
  void shouldNeverUseAFileThatIsDamaged() throws Exception {
    RunScene scene = new RunScene(directory);
    scene.afterWrite(killAt(8)); // fitted
    assertThatExceptionOfType(Killed.class)
        .isThrownBy(() -> scene.run(new SmallFitting(), train("a"), DAYS));
    Files.writeString(file(scene, TrainingStep.FIT, "candidate"), "half a file");
    scene.afterWrite(() -> {});

    RunOutcome outcome = scene.run(new SmallFitting(), train("a"), DAYS);
    RunOutcome next = scene.run(new SmallFitting(), train("b"), DAYS);

    assertThat(outcome.lastStep().getStep()).isEqualTo(TrainingStep.FIT);
    assertThat(outcome.lastStep().getStatus()).isEqualTo(TrainingStatus.FAILED);
    assertThat(outcome.lastStep().getDetail()).contains("already holds other content");
    assertThat(sha256(next)).isEqualTo(undisturbed());
  }

  private void goesOn(Consumer<RunScene> kill) throws Exception {
    RunScene scene = new RunScene(directory);
    scene.tracking(new FileTracking(scene.store()));
    kill.accept(scene);
    SmallFitting first = new SmallFitting();

    assertThatExceptionOfType(Killed.class).isThrownBy(() -> scene.run(first, train("a"), DAYS));

    sameEnd(scene, first.work());
  }

  /** The next trainer comes to the same model, and repeats nothing that was finished. */
  private static void sameEnd(RunScene scene, List<String> workBefore) throws Exception {
    Set<TrainingStep> finished = finished(scene);
    int written = scene.journal().size();
    scene.beforeWrite(() -> {});
    scene.afterWrite(() -> {});
    scene.store().beforePut(() -> {});
    scene.store().afterPut(() -> {});
    SmallFitting next = new SmallFitting();

    RunOutcome outcome = scene.run(next, train("a"), DAYS);

    assertThat(sha256(outcome)).isEqualTo(undisturbed());
    assertThat(((RunOutcome.Announce) outcome).model().version()).isEqualTo(1);
    assertThat(scene.shelf().newest().orElseThrow().version()).isEqualTo(1);
    assertThat(scene.journal().subList(written, scene.journal().size()))
        .extracting(TrainingRun::getStep)
        .noneMatch(finished::contains);
    if (finished.contains(TrainingStep.FIT)) {
      assertThat(next.work()).doesNotContain("search", "candidate", "served");
    }
    assertThat(workBefore.size() + next.work().size()).isBetween(4, 7);
  }

  private static Set<TrainingStep> finished(RunScene scene) {
    Set<TrainingStep> finished = EnumSet.noneOf(TrainingStep.class);
    scene.succeeded().forEach(step -> finished.add(step.getStep()));
    return finished;
  }

  private static String undisturbed() {
    return Undisturbed.SHA256;
  }

  private static String sha256(RunOutcome outcome) {
    return ((RunOutcome.Announce) outcome).model().sha256();
  }

  private static Path file(RunScene scene, TrainingStep step, String name) {
    return scene.succeeded().stream()
        .filter(record -> record.getStep() == step)
        .map(record -> Path.of(URI.create(record.getFiles().get(name))))
        .findFirst()
        .orElseThrow();
  }

  /** Dies the n-th time that it is run. */
  private static Runnable killAt(int count) {
    AtomicInteger left = new AtomicInteger(count);
    return () -> {
      if (left.decrementAndGet() == 0) {
        throw new Killed();
      }
    };
  }

  /** Ends a trainer like a kill does: nothing catches it. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** The model of a trainer that nobody killed. */
  private static final class Undisturbed {
    private static final String SHA256 = make();

    private static String make() {
      try {
        Path directory = Files.createTempDirectory("undisturbed");
        return sha256(new RunScene(directory).run(new SmallFitting(), train("a"), DAYS));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

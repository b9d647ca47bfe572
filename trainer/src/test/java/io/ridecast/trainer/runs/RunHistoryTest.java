package io.ridecast.trainer.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.TrainingKind;
import io.ridecast.records.TrainingReason;
import io.ridecast.records.TrainingRequest;
import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunHistoryTest {
  private final RunHistory history = new RunHistory();

  @Test
  void shouldNotKnowARunThatNeverBegan() {
    assertThat(history.end(request("a"))).isEmpty();
    assertThat(history.attempts("run-a", TrainingStep.FIT)).isZero();
    assertThat(history.requests()).isEmpty();
  }

  @Test
  void shouldKnowThatARunHasNotEnded() {
    history.apply(step("a", TrainingStep.GATE, TrainingStatus.SUCCEEDED, 1));
    history.apply(step("a", TrainingStep.ANNOUNCE, TrainingStatus.STARTED, 1));

    assertThat(history.end(request("a"))).isEmpty();
    assertThat(history.requests()).isEqualTo(Map.of("a", Optional.empty()));
  }

  @Test
  void shouldKnowHowARunEnded() {
    history.apply(step("a", TrainingStep.ANNOUNCE, TrainingStatus.SUCCEEDED, 1));
    history.apply(step("b", TrainingStep.GATE, TrainingStatus.REFUSED, 1));
    history.apply(step("c", TrainingStep.FIT, TrainingStatus.FAILED, 1));

    assertThat(history.end(request("a"))).contains(TrainingStatus.SUCCEEDED);
    assertThat(history.end(request("b"))).contains(TrainingStatus.REFUSED);
    assertThat(history.end(request("c"))).contains(TrainingStatus.FAILED);
  }

  @Test
  void shouldCountAttemptsOfAStep() {
    history.apply(step("a", TrainingStep.FIT, TrainingStatus.STARTED, 1));
    history.apply(step("a", TrainingStep.FIT, TrainingStatus.STARTED, 2));

    assertThat(history.attempts("run-a", TrainingStep.FIT)).isEqualTo(2);
    assertThat(history.attempts("run-a", TrainingStep.GATE)).isZero();
  }

  @Test
  void shouldKeyAStepByRunAndStep() {
    assertThat(RunHistory.key(step("a", TrainingStep.FIT, TrainingStatus.STARTED, 1)))
        .isEqualTo("run-a/FIT");
  }

  static TrainingRequest request(String id) {
    return TrainingRequest.newBuilder()
        .setRequestId(id)
        .setKind(TrainingKind.TRAIN)
        .setReason(TrainingReason.MANUAL)
        .setRequestedAt(Instant.EPOCH)
        .build();
  }

  static TrainingRun step(String request, TrainingStep step, TrainingStatus status, int attempt) {
    return TrainingRun.newBuilder()
        .setRunId("run-" + request)
        .setRequestId(request)
        .setStep(step)
        .setAttempt(attempt)
        .setStatus(status)
        .setStartedAt(Instant.EPOCH)
        .build();
  }
}

package io.ridecast.trainer.duty;

import io.ridecast.records.TrainingRequest;
import io.ridecast.records.TrainingStatus;
import io.ridecast.trainer.history.ClosedHistory;
import io.ridecast.trainer.requests.BootstrapPolicy;
import io.ridecast.trainer.requests.OwnRequests;
import io.ridecast.trainer.requests.SlotWatch;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** What a trainer asks for by itself while it is on duty and nothing else is open. */
final class OwnInitiative {
  private static final long NEVER = -1;

  private final TrainerKnowledge knowledge;
  private final SlotWatch trainings;
  private final SlotWatch recalibrations;
  private boolean begun;
  private long judgedChanges = NEVER;

  OwnInitiative(TrainerKnowledge knowledge, SlotWatch trainings, SlotWatch recalibrations) {
    this.knowledge = knowledge;
    this.trainings = trainings;
    this.recalibrations = recalibrations;
  }

  /**
   * A request to make now, if any. Call it once the topics are known up to their ends.
   *
   * @param idle whether no run and no request is open; a slot that passes otherwise is dropped
   */
  Optional<TrainingRequest> next(BooleanSupplier idle) {
    if (!begun) {
      newest(OwnRequests::slot).ifPresent(trainings::asked);
      newest(OwnRequests::recalibrationSlot).ifPresent(recalibrations::asked);
      begun = true;
    }
    Instant now = knowledge.clock().now();
    boolean loading = knowledge.clock().loading() || now.equals(Instant.EPOCH);
    Optional<Instant> training = trainings.due(now, loading);
    Optional<Instant> recalibration = recalibrations.due(now, loading);
    if (loading) {
      return Optional.empty();
    }
    Optional<TrainingRequest> wish =
        bootstrap(now)
            .or(() -> training.map(time -> OwnRequests.scheduled(time, now)))
            .or(() -> recalibration(recalibration, now));
    if (wish.isPresent() && !idle.getAsBoolean()) {
      judgedChanges = NEVER; // the first model is wished for again when that is done
      return Optional.empty();
    }
    return wish;
  }

  /** Without a champion there is nothing to calibrate; and whoever trains calibrates too. */
  private Optional<TrainingRequest> recalibration(Optional<Instant> slot, Instant now) {
    return slot.filter(time -> knowledge.champions().champion().isPresent())
        .map(time -> OwnRequests.recalibration(time, now));
  }

  private Optional<TrainingRequest> bootstrap(Instant now) {
    long changes = knowledge.demand().changes();
    if (knowledge.champions().champion().isPresent() || changes == judgedChanges) {
      return Optional.empty(); // there is one, or the answer would be the same as before
    }
    judgedChanges = changes;
    Optional<BootstrapPolicy.Earlier> earlier = earlierBootstrap();
    return knowledge
        .demand()
        .closed()
        .filter(history -> BootstrapPolicy.due(history.days(), history.last(), earlier))
        .map(ClosedHistory::last)
        .map(last -> OwnRequests.bootstrap(last, now));
  }

  private Optional<BootstrapPolicy.Earlier> earlierBootstrap() {
    return knowledge.runs().requests().entrySet().stream()
        .flatMap(
            request ->
                OwnRequests.bootstrapDay(request.getKey()).stream()
                    .map(
                        day ->
                            new BootstrapPolicy.Earlier(
                                day,
                                request.getValue().equals(Optional.of(TrainingStatus.REFUSED)))))
        .max(Comparator.comparing(BootstrapPolicy.Earlier::last));
  }

  private Optional<Instant> newest(Function<String, Optional<Instant>> slot) {
    return knowledge.runs().requests().keySet().stream()
        .flatMap(id -> slot.apply(id).stream())
        .max(Comparator.naturalOrder());
  }
}

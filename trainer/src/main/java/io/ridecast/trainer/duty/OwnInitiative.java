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
import java.util.stream.Stream;

/** What a trainer asks for by itself while it is on duty and nothing else is open. */
final class OwnInitiative {
  private static final long NEVER = -1;

  private final TrainerKnowledge knowledge;
  private final SlotWatch slots;
  private boolean begun;
  private long judgedChanges = NEVER;

  OwnInitiative(TrainerKnowledge knowledge, SlotWatch slots) {
    this.knowledge = knowledge;
    this.slots = slots;
  }

  /**
   * A request to make now, if any. Call it once the topics are known up to their ends.
   *
   * @param idle whether no run and no request is open; a slot that passes otherwise is dropped
   */
  Optional<TrainingRequest> next(BooleanSupplier idle) {
    if (!begun) {
      slotsOfEarlierRuns().max(Comparator.naturalOrder()).ifPresent(slots::asked);
      begun = true;
    }
    Instant now = knowledge.clock().now();
    boolean loading = knowledge.clock().loading() || now.equals(Instant.EPOCH);
    Optional<Instant> slot = slots.due(now, loading);
    if (loading) {
      return Optional.empty();
    }
    Optional<TrainingRequest> wish =
        bootstrap(now).or(() -> slot.map(time -> OwnRequests.scheduled(time, now)));
    if (wish.isPresent() && !idle.getAsBoolean()) {
      judgedChanges = NEVER; // the first model is wished for again when that is done
      return Optional.empty();
    }
    return wish;
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

  private Stream<Instant> slotsOfEarlierRuns() {
    return knowledge.runs().requests().keySet().stream()
        .flatMap(id -> OwnRequests.slot(id).stream());
  }
}

package io.ridecast.trainer.requests;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Watches the business clock pass the slots of a schedule. Slots that pass while history is loading
 * are dropped; of several that passed unseen, the newest one counts.
 */
public final class SlotWatch {
  private final TrainingSchedule schedule;
  private @Nullable Instant seen;

  /** Watches from the first time on that it is shown. */
  public SlotWatch(TrainingSchedule schedule) {
    this.schedule = schedule;
  }

  /** Everything up to {@code slot} has been asked for already, by whomever. */
  public void asked(Instant slot) {
    if (seen == null || slot.isAfter(seen)) {
      seen = slot;
    }
  }

  /** The newest slot since the last call that found one or dropped any; each is told once. */
  public Optional<Instant> due(Instant now, boolean loading) {
    Instant before = seen;
    if (loading || before == null) {
      asked(now);
      return Optional.empty();
    }
    Optional<Instant> slot = schedule.newestSlot(before, now);
    slot.ifPresent(this::asked);
    return slot;
  }
}

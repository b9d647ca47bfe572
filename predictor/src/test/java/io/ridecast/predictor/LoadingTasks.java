package io.ridecast.predictor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the loader has to do: at once, or when told where it is to wait. */
final class LoadingTasks {
  private final List<Runnable> later = new ArrayList<>();
  private boolean held;

  /** From now on nothing runs until told. */
  void hold() {
    held = true;
  }

  /** Runs what waits, but not what this gives cause for. */
  void run() {
    List<Runnable> due = List.copyOf(later);
    later.clear();
    due.forEach(Runnable::run);
  }

  void take(Runnable task, Duration after) {
    if (held || !after.isZero()) {
      later.add(task);
    } else {
      task.run();
    }
  }
}

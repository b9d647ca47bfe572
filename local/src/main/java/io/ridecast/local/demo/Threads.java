package io.ridecast.local.demo;

import java.util.concurrent.Executor;

/** Threads of the demo's own, each for one thing: the common pool has a single one on two cores. */
final class Threads {
  private Threads() {}

  /** Runs each task in a new thread of that name, which does not keep the process alive. */
  static Executor named(String name) {
    return task -> {
      Thread thread = new Thread(task, "demo-" + name);
      thread.setDaemon(true);
      thread.start();
    };
  }
}

package io.ridecast.trainer;

import io.ridecast.runtime.service.Health;
import io.ridecast.runtime.service.RootCause;
import io.ridecast.runtime.service.Service;
import io.ridecast.trainer.duty.TrainerLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the trainer's loop on a thread of its own. */
final class LoopService implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(LoopService.class);
  private static final Duration END_WITHIN = Duration.ofSeconds(2);

  private final TrainerLoop loop;
  private final Thread thread;
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private volatile boolean closing;
  private volatile @Nullable Throwable failure;

  LoopService(TrainerLoop loop) {
    this.loop = loop;
    this.thread = new Thread(this::run, name());
  }

  @Override
  public String name() {
    return "trainer";
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public Health health() {
    Throwable cause = failure;
    return cause == null ? loop.health() : new Health.Failed(RootCause.of(cause));
  }

  @Override
  public CompletableFuture<Void> stopped() {
    return stopped;
  }

  @Override
  public void close() {
    closing = true;
    loop.end();
    try {
      thread.join(END_WITHIN.toMillis());
      if (thread.isAlive()) { // it waits for a broker or a registry that is away
        thread.interrupt();
        thread.join(END_WITHIN.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stopped.complete(null);
  }

  private void run() {
    try {
      loop.run();
      stopped.complete(null);
    } catch (RuntimeException | Error e) {
      if (closing) {
        LOG.debug("ended while it waited", e);
        stopped.complete(null);
      } else {
        failure = e;
        stopped.completeExceptionally(e);
      }
    }
  }
}

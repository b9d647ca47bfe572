package io.ridecast.trainer.duty;

import io.ridecast.records.ModelAnnouncement;
import io.ridecast.trainer.models.ModelRegistry;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the registry show who the champion is, on a thread of its own, since the registry may be
 * away for hours. Whatever people change there is put right within a minute.
 */
final class Showcase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Showcase.class);
  private static final long PAUSE_SECONDS = 1;
  private static final int LOOK_AGAIN = 60;
  private static final long NONE = -1;

  private final ModelRegistry registry;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(Showcase::thread);
  private volatile @Nullable ModelAnnouncement champion;
  private long shown = NONE;
  private long complained = NONE;
  private int rounds;

  Showcase(ModelRegistry registry) {
    this.registry = registry;
    var unused = executor.scheduleWithFixedDelay(this::round, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
  }

  /** Follows the champion; to be called by the trainer on duty alone. */
  void follow(Optional<ModelAnnouncement> now) {
    champion = now.orElse(null);
  }

  /** Another trainer is on duty, or none. */
  void rest() {
    champion = null;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  private void round() {
    ModelAnnouncement now = champion;
    rounds++;
    if (now == null || (now.getSequence() == shown && rounds < LOOK_AGAIN)) {
      return;
    }
    rounds = 0;
    try {
      registry.show(now);
      shown = now.getSequence();
    } catch (IOException | RuntimeException e) {
      complain(now, e);
    }
  }

  /** Once for each champion, however long it takes. */
  private void complain(ModelAnnouncement now, Exception cause) {
    if (complained != now.getSequence()) {
      complained = now.getSequence();
      LOG.warn(
          "the registry does not show yet that {} is the champion: {}",
          now.getVersion(),
          cause.getMessage());
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "showcase");
    thread.setDaemon(true);
    return thread;
  }
}

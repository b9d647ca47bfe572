package io.ridecast.predictor.models;

import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.ModelRejection;
import io.ridecast.records.ModelRejectionReason;
import io.ridecast.records.ModelRole;
import io.ridecast.runtime.artifacts.ArtifactReader;
import io.ridecast.runtime.artifacts.ArtifactUnavailable;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches and verifies announced models on a thread of its own and says which one serves.
 *
 * <p>The highest sequence holds, so a roll-back is an older version announced anew, and
 * announcements that arrive out of order change nothing. One that is refused leaves the last good
 * model in place, one that cannot be fetched is tried again with growing pauses.
 */
public final class ModelLoader implements ServingModels {
  private static final Logger LOG = LoggerFactory.getLogger(ModelLoader.class);
  private static final String MODEL_NAME = "demand";

  private final ArtifactReader store;
  private final Verification verification;
  private final Worker worker;
  private final ModelEvents events;
  private final String instance;
  private final InstantSource wall;

  private final NavigableMap<Long, ModelAnnouncement> announced = new TreeMap<>();
  private final Set<Long> refused = new HashSet<>();
  private final Set<Long> reportedUnreachable = new HashSet<>();
  private final Pauses pauses = new Pauses();
  private @Nullable ReadyModel lastGood;
  private boolean retryPlanned;
  private volatile @Nullable ReadyModel ready;

  /** Runs the slow part: now, or after a pause. */
  public interface Worker {
    /** Runs the task on the worker's thread, one at a time. */
    void run(Runnable task, Duration after);
  }

  /**
   * A loader without a model.
   *
   * @param events told of every model that serves or is refused
   * @param instance names this instance in them
   * @param wall the time of a refusal
   */
  public ModelLoader(
      ArtifactReader store,
      Verification verification,
      Worker worker,
      ModelEvents events,
      String instance,
      InstantSource wall) {
    this.store = store;
    this.verification = verification;
    this.worker = worker;
    this.events = events;
    this.instance = instance;
    this.wall = wall;
  }

  /** Takes notice of an announcement and returns at once. */
  public void announce(ModelAnnouncement announcement) {
    boolean ours =
        announcement.getRole() == ModelRole.CHAMPION && announcement.getName().equals(MODEL_NAME);
    if (ours && isNews(announcement)) {
      worker.run(this::decide, Duration.ZERO);
    }
  }

  @Override
  public Optional<ReadyModel> ready() {
    return Optional.ofNullable(ready);
  }

  @Override
  public synchronized boolean deciding() {
    return ready == null && !refused.containsAll(announced.keySet());
  }

  @Override
  public void servedBefore(ModelAnnouncement announcement) {
    announce(announcement);
  }

  @Override
  public void withdraw(ReadyModel model, String detail) {
    synchronized (this) {
      ReadyModel now = ready;
      if (now == null || now.model() != model.model()) {
        return; // another task was quicker
      }
      refused.add(now.announcement().getSequence());
      ReadyModel before = lastGood;
      ready = before == null ? null : before.decidedUpTo(now.decided());
      lastGood = null;
      events.serves(ready());
    }
    reject(model.announcement(), ModelRejectionReason.IMPLAUSIBLE_OUTPUT, detail);
  }

  private synchronized boolean isNews(ModelAnnouncement announcement) {
    long sequence = announcement.getSequence();
    ReadyModel now = ready;
    if ((now != null && sequence <= now.decided()) || announced.containsKey(sequence)) {
      return false;
    }
    announced.put(sequence, announcement);
    return true;
  }

  /** Tries what has been announced, the newest first, down to what serves. */
  private void decide() {
    boolean unreachable = false;
    for (ModelAnnouncement candidate : candidates()) {
      if (isReady(candidate)) {
        keep(candidate);
        break;
      }
      Optional<Verification.Verdict> verdict = fetchAndVerify(candidate);
      if (verdict.isEmpty()) {
        unreachable = true;
        if (ready != null) {
          break; // nothing older than this one may take the place of what serves
        }
      } else if (verdict.get() instanceof Verification.Refused no) {
        refuse(candidate, no);
      } else if (verdict.get() instanceof Verification.Accepted yes) {
        serve(candidate, yes);
        break;
      }
    }
    settle(unreachable);
  }

  private synchronized List<ModelAnnouncement> candidates() {
    ReadyModel now = ready;
    long above = now == null ? Long.MIN_VALUE : now.decided();
    return announced.tailMap(above, now == null).descendingMap().values().stream()
        .filter(candidate -> !refused.contains(candidate.getSequence()))
        .toList();
  }

  private boolean isReady(ModelAnnouncement candidate) {
    ReadyModel now = ready;
    return now != null && now.isOf(candidate);
  }

  /** Empty if it cannot be fetched now. */
  private Optional<Verification.Verdict> fetchAndVerify(ModelAnnouncement candidate) {
    try {
      byte[] bundle = store.get(URI.create(candidate.getArtifactUri()));
      return Optional.of(verification.verify(candidate, bundle));
    } catch (ArtifactUnavailable unavailable) {
      unreachable(candidate, unavailable);
      return Optional.empty();
    } catch (RuntimeException | LinkageError failure) {
      // Whatever a foreign bundle does to the reader must not take this thread down.
      LOG.error("Model {} cannot be read.", candidate.getVersion(), failure);
      return Optional.of(new Verification.Refused(ModelRejectionReason.OTHER, failure.toString()));
    }
  }

  private void unreachable(ModelAnnouncement candidate, ArtifactUnavailable unavailable) {
    boolean first;
    synchronized (this) {
      first = reportedUnreachable.add(candidate.getSequence());
    }
    if (first) {
      reject(candidate, ModelRejectionReason.UNREACHABLE, String.valueOf(unavailable.getMessage()));
    }
  }

  private void refuse(ModelAnnouncement candidate, Verification.Refused no) {
    synchronized (this) {
      refused.add(candidate.getSequence());
    }
    reject(candidate, no.reason(), no.detail());
  }

  private synchronized void serve(ModelAnnouncement candidate, Verification.Accepted yes) {
    lastGood = ready;
    ready = new ReadyModel(decidedUpTo(candidate), candidate, yes.model());
    LOG.info("Model {} serves.", candidate.getVersion());
    events.serves(ready());
  }

  private synchronized void keep(ModelAnnouncement candidate) {
    ReadyModel now = ready;
    if (now != null) {
      ready = new ReadyModel(decidedUpTo(candidate), candidate, now.model());
    }
  }

  /** The highest sequence above which nothing is left to decide. */
  private long decidedUpTo(ModelAnnouncement candidate) {
    long sequence = candidate.getSequence();
    for (long later : announced.tailMap(sequence, false).keySet()) {
      if (!refused.contains(later)) {
        break;
      }
      sequence = later;
    }
    return sequence;
  }

  private void settle(boolean unreachable) {
    synchronized (this) {
      ReadyModel now = ready;
      if (now != null) {
        ready = now.decidedUpTo(decidedUpTo(now.announcement()));
        announced.headMap(now.announcement().getSequence(), false).clear();
      }
      if (!unreachable) {
        pauses.reset();
        return;
      }
      if (retryPlanned) {
        return;
      }
      retryPlanned = true;
    }
    worker.run(this::retry, pauses.next());
  }

  private void retry() {
    synchronized (this) {
      retryPlanned = false;
    }
    decide();
  }

  private void reject(ModelAnnouncement announcement, ModelRejectionReason reason, String detail) {
    LOG.warn("Model {} is refused, {}: {}", announcement.getVersion(), reason, detail);
    events.refused(
        ModelRejection.newBuilder()
            .setInstance(instance)
            .setName(announcement.getName())
            .setVersion(announcement.getVersion())
            .setReason(reason)
            .setDetail(detail)
            .setRejectedAt(wall.instant())
            .build());
  }
}

package io.ridecast.aggregator.promises;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The promises of one partition. Rides and watermarks come from two topics, and nothing orders the
 * one after the other; so a promise is kept until the rides that it speaks of have been read, by
 * their offset. For one thread.
 */
public final class PromiseLedger {
  private final Set<String> declared;
  private final PromiseJournal journal;
  private final Map<String, FeedState> feeds = new HashMap<>();
  private final PriorityQueue<HeldPromise> held = new PriorityQueue<>();
  private long sequence;
  private long reached;

  // Asked for with everything that is published, so worked out only when a promise changes.
  private Optional<Instant> completeFrom = Optional.empty();
  private Optional<Instant> watermark = Optional.empty();

  /**
   * A ledger that goes on where the journal ends.
   *
   * @param declared the feeds that have to promise a day before it closes; others are not heeded
   */
  public PromiseLedger(Collection<String> declared, PromiseJournal journal) {
    this.declared = Set.copyOf(declared);
    this.journal = journal;
    journal.replay(new Restoring());
    settle();
  }

  /** Whether a feed is one of those that decide. */
  public boolean isDeclared(String feed) {
    return declared.contains(feed);
  }

  /** Takes a promise; it holds at once if its rides have been read. True if something changed. */
  public boolean receive(FeedPromise promise) {
    FeedState before = state(promise.feed());
    put(promise.feed(), before.announced(promise));
    if (promise.ridesOffset() <= reached) {
      put(promise.feed(), state(promise.feed()).fulfilled(promise));
    } else {
      HeldPromise waiting = new HeldPromise(++sequence, promise);
      held.add(waiting);
      journal.held(waiting);
    }
    return !before.equals(state(promise.feed()));
  }

  /** The least offset that a held promise waits for; {@link Long#MAX_VALUE} if none is held. */
  public long awaited() {
    HeldPromise next = held.peek();
    return next == null ? Long.MAX_VALUE : next.promise().ridesOffset();
  }

  /** The rides before the offset have been read; true if a promise now holds. */
  public boolean reach(long ridesOffset) {
    if (ridesOffset <= reached) {
      return false;
    }
    reached = ridesOffset;
    journal.reached(reached);
    List<HeldPromise> due = new ArrayList<>();
    while (awaited() <= reached) {
      due.add(held.remove());
    }
    for (HeldPromise next : due) {
      FeedPromise promise = next.promise();
      put(promise.feed(), state(promise.feed()).fulfilled(promise));
      journal.released(next);
    }
    return !due.isEmpty();
  }

  /** The rides before this offset have been read. */
  public long reached() {
    return reached;
  }

  /** The earliest start of what a declared feed has sent completely. */
  public Optional<Instant> completeFrom() {
    return completeFrom;
  }

  /**
   * Until when all declared feeds have sent everything; empty while one has promised nothing. Feeds
   * that have retired are not waited for, unless all have: then time stands still.
   */
  public Optional<Instant> watermark() {
    return watermark;
  }

  /** Whether a declared feed has announced history that is still to come. */
  public boolean isLoading() {
    return declared.stream().anyMatch(feed -> state(feed).isLoading());
  }

  /** How many promises wait for their rides. */
  public int heldPromises() {
    return held.size();
  }

  /** Until when a feed has sent everything, if it has promised anything. */
  public Optional<Instant> completeUntil(String feed) {
    return Optional.ofNullable(state(feed).completeUntil());
  }

  /** Whether a feed has ended for good. */
  public boolean isRetired(String feed) {
    return state(feed).retired();
  }

  private Optional<Instant> earliestStart() {
    return declared.stream()
        .map(feed -> state(feed).completeFrom())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder());
  }

  private Optional<Instant> earliestEnd() {
    List<FeedState> all = declared.stream().map(this::state).toList();
    List<FeedState> active = all.stream().filter(feed -> !feed.retired()).toList();
    List<FeedState> decisive = active.isEmpty() ? all : active;
    List<Instant> ends =
        decisive.stream().map(FeedState::completeUntil).filter(Objects::nonNull).toList();
    return ends.size() < decisive.size()
        ? Optional.empty()
        : ends.stream().min(Comparator.naturalOrder());
  }

  private FeedState state(String feed) {
    return feeds.getOrDefault(feed, FeedState.NONE);
  }

  private void put(String feed, FeedState state) {
    if (!state.equals(feeds.put(feed, state))) {
      journal.feed(feed, state);
      settle();
    }
  }

  private void settle() {
    completeFrom = earliestStart();
    watermark = earliestEnd();
  }

  /** Takes back what the journal kept, of feeds that are declared no more as well. */
  private final class Restoring implements PromiseJournal.Target {
    @Override
    public void held(HeldPromise waiting) {
      held.add(waiting);
      sequence = Math.max(sequence, waiting.sequence());
    }

    @Override
    public void feed(String name, FeedState state) {
      feeds.put(name, state);
    }

    @Override
    public void reached(long ridesOffset) {
      reached = ridesOffset;
    }
  }
}

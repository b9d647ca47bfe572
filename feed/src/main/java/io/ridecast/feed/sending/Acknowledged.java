package io.ridecast.feed.sending;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Keeps how far the broker has acknowledged rides in each partition, and the first refusal. */
final class Acknowledged implements Callback {
  private final AtomicLongArray behind;
  private final AtomicReference<@Nullable Exception> refusal = new AtomicReference<>();

  Acknowledged(int partitions) {
    this.behind = new AtomicLongArray(partitions);
  }

  /** Rides of an earlier run lie before {@code offset}. */
  void startAt(int partition, long offset) {
    behind.set(partition, offset);
  }

  @Override
  public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
    if (exception != null) {
      refusal.compareAndSet(null, exception);
    } else if (metadata != null) {
      behind.accumulateAndGet(metadata.partition(), metadata.offset() + 1, Math::max);
    }
  }

  /** The offset behind the last acknowledged ride of a partition. */
  long behind(int partition) {
    return behind.get(partition);
  }

  /** Ends the feed with the cause if anything was refused. */
  void check() {
    Exception exception = refusal.get();
    if (exception != null) {
      throw new SendFailure(
          "the broker refused what the feed sent: " + exception.getMessage(), exception);
    }
  }
}

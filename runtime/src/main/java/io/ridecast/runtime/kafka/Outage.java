package io.ridecast.runtime.kafka;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ProcessorStateException;

/** Tells what may pass by itself (a broker or a registry away, a disk full) from what will not. */
final class Outage {
  private static final int DEEPEST = 20;

  private Outage() {}

  /** Whether the failure or one of its causes is Kafka's mark for a retry, or of the network. */
  static boolean isBehind(Throwable failure) {
    Throwable current = failure;
    for (int depth = 0; current != null && depth < DEEPEST; depth++) {
      if (current instanceof RetriableException
          || isOfTheNetwork(current)
          || isOfALostTransaction(current)
          || isOfTheState(current)) {
        return true;
      }
      current = current.getCause();
    }
    return false;
  }

  /**
   * A process that stood still for longer than its transaction may last finds it ended. Nothing of
   * it was committed; a new thread goes on from what was.
   */
  private static boolean isOfALostTransaction(Throwable cause) {
    return cause instanceof InvalidTxnStateException;
  }

  /**
   * A disk that is full or damaged. Streams has then deleted the task's files, and rebuilds them
   * from the changelog as soon as they can be written.
   */
  private static boolean isOfTheState(Throwable cause) {
    return cause instanceof ProcessorStateException;
  }

  private static boolean isOfTheNetwork(Throwable cause) {
    return cause instanceof SocketException
        || cause instanceof SocketTimeoutException
        || cause instanceof UnknownHostException
        || cause instanceof HttpTimeoutException;
  }
}

package io.ridecast.benchmarks.soak;

import io.ridecast.benchmarks.broker.SharedSchemas;
import io.ridecast.benchmarks.input.Scenario;
import io.ridecast.benchmarks.input.TopicInput;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.serdes.AvroSerdes;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Sends rides at a steady rate, from a thread of its own. */
final class PacedRides implements AutoCloseable {
  private static final int TICKS_A_SECOND = 50;
  private static final long TICK_NANOS = Duration.ofSeconds(1).toNanos() / TICKS_A_SECOND;

  private final TopicInput input;
  private final int ridesATick;
  private final Thread thread;
  private volatile boolean ended;
  private volatile long sent;

  PacedRides(KafkaConfig kafka, Scenario scenario, int rate) {
    input = new TopicInput(scenario, kafka, new AvroSerdes(new SharedSchemas()));
    ridesATick = Math.max(1, rate / TICKS_A_SECOND);
    thread = new Thread(this::run, "paced-rides");
    thread.setDaemon(true);
    thread.start();
  }

  /** How many rides have been sent. */
  long sent() {
    return sent;
  }

  @Override
  public void close() {
    ended = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    input.close();
  }

  private void run() {
    long due = System.nanoTime();
    while (!ended) {
      input.send(ridesATick);
      sent = input.sent();
      due += TICK_NANOS;
      LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
    }
  }
}

package io.ridecast.benchmarks.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ridecast.aggregator.AggregatorConfig;
import io.ridecast.aggregator.AggregatorService;
import io.ridecast.benchmarks.broker.SharedSchemas;
import io.ridecast.runtime.service.Health;
import io.ridecast.runtime.settings.Environment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Runs the aggregator and answers questions, a line each, until there are no more. */
final class AggregatorProcessMain {
  static final String READY = "ready ";
  static final String COUNTED = "counted ";
  static final String HEAP = "heap ";
  private static final long LOOK_NANOS = Duration.ofMillis(2).toNanos();

  private final long start = System.nanoTime();
  private final RestoreLog restoring = RestoreLog.attach();
  private final AggregatorService service =
      new AggregatorService(
          AggregatorConfig.from(Environment.of(System.getenv())),
          new SharedSchemas(),
          InstantSource.system());

  private AggregatorProcessMain() {}

  public static void main(String[] arguments) throws IOException {
    new AggregatorProcessMain().run();
    System.exit(0);
  }

  private void run() throws IOException {
    service.start();
    await(() -> service.health() instanceof Health.Ready);
    StartTimes times = new StartTimes(restoring.millis(), restoring.records(), millis());
    System.out.println(READY + new ObjectMapper().writeValueAsString(times));
    RideCounter counter = new RideCounter(service);
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      System.out.println(answer(line, counter));
    }
    service.close();
  }

  private String answer(String question, RideCounter counter) {
    if (question.startsWith(COUNTED)) {
      long rides = Long.parseLong(question.substring(COUNTED.length()));
      await(() -> counter.rides() >= rides);
      return COUNTED + millis();
    }
    System.gc();
    return HEAP
        + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
        + " "
        + counter.rides();
  }

  private double millis() {
    return (System.nanoTime() - start) / 1e6;
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}

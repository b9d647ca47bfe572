package io.ridecast.benchmarks.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ridecast.benchmarks.machine.ChildProcess;
import io.ridecast.benchmarks.machine.Memory;
import io.ridecast.runtime.kafka.KafkaConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The aggregator in its own JVM. */
public final class AggregatorProcess implements AutoCloseable {
  private final ChildProcess process;
  private final StartTimes times;

  private AggregatorProcess(ChildProcess process) {
    this.process = process;
    try {
      this.times =
          new ObjectMapper()
              .readValue(process.await(AggregatorProcessMain.READY), StartTimes.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts one, its state in {@code state}, and waits until it is ready. */
  public static AggregatorProcess start(KafkaConfig kafka, List<String> flags, Path state) {
    Map<String, String> variables =
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            kafka.bootstrapServers(),
            "STATE_DIR",
            state.toString(),
            "CLOCK",
            "watermark",
            "HTTP_PORT",
            "0");
    return new AggregatorProcess(
        ChildProcess.start(AggregatorProcessMain.class, flags, variables, Path.of(state + ".log")));
  }

  public StartTimes times() {
    return times;
  }

  /** Milliseconds from its start until it has read so many rides; waits for it. */
  public double countedMillis(long rides) {
    process.say(AggregatorProcessMain.COUNTED + rides);
    return Double.parseDouble(process.await(AggregatorProcessMain.COUNTED));
  }

  /** What it holds in memory, after a garbage collection. */
  public Footprint footprint() {
    process.say(AggregatorProcessMain.HEAP);
    String[] answer = process.await(AggregatorProcessMain.HEAP).split(" ", 2);
    return new Footprint(
        Memory.residentKiB(process.pid()) / 1024.0,
        Long.parseLong(answer[0]) / 1048576.0,
        Long.parseLong(answer[1]));
  }

  /**
   * Its memory.
   *
   * @param residentMiB what the system has given it
   * @param heapMiB live objects
   * @param rides how many it had read by then
   */
  public record Footprint(double residentMiB, double heapMiB, long rides) {}

  /** Ends it as a power cut would. */
  public void kill() {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
  }
}

package io.ridecast.benchmarks.input;

import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.serdes.AvroSerdes;
import java.util.List;

/** Sends a scenario's input bit by bit. */
public final class TopicInput implements AutoCloseable {
  private final TopicFill fill;
  private final InputWalk walk;

  public TopicInput(Scenario scenario, KafkaConfig kafka, AvroSerdes serdes) {
    fill = new TopicFill(kafka, serdes, 0);
    walk = new InputWalk(scenario, List.of(fill));
  }

  /** Sends the next rides, and the watermarks that are due between them. */
  public void send(int rides) {
    walk.advance(rides);
  }

  /** How many rides were sent. */
  public long sent() {
    return walk.rides();
  }

  @Override
  public void close() {
    fill.close();
  }
}

package io.ridecast.benchmarks.broker;

import io.ridecast.benchmarks.input.Input;
import io.ridecast.benchmarks.input.Scenario;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.serdes.AvroSerdes;
import java.nio.file.Path;

/** A broker with all topics and the rides of a scenario. */
public final class FilledBroker implements AutoCloseable {
  private final BenchBroker broker;
  private final BenchTopics topics;
  private final Input input;

  private FilledBroker(BenchBroker broker, BenchTopics topics, Input input) {
    this.broker = broker;
    this.topics = topics;
    this.input = input;
  }

  /**
   * Starts a broker and fills it.
   *
   * @param shortRides how many of the rides go to the short topic as well
   */
  public static FilledBroker start(Path directory, Scenario scenario, int shortRides) {
    BenchBroker broker = BenchBroker.start(directory);
    BenchTopics topics = new BenchTopics(broker.kafka());
    topics.create();
    AvroSerdes serdes = new AvroSerdes(new SharedSchemas());
    return new FilledBroker(
        broker, topics, Input.fill(scenario, broker.kafka(), serdes, shortRides));
  }

  public KafkaConfig kafka() {
    return broker.kafka();
  }

  public BenchTopics topics() {
    return topics;
  }

  public Input input() {
    return input;
  }

  @Override
  public void close() {
    topics.close();
    broker.close();
  }
}

package io.ridecast.schemas.topics;

import java.util.Map;

/**
 * How one topic is laid out on a broker.
 *
 * @param name its name
 * @param owner the service that writes it
 * @param key how its keys are made
 * @param value the Avro record that it holds, or {@code bytes}
 * @param partitions how many partitions it has
 * @param configs its settings on the broker, by Kafka's names
 */
public record TopicSpec(
    String name,
    String owner,
    String key,
    String value,
    int partitions,
    Map<String, String> configs) {

  public TopicSpec {
    configs = Map.copyOf(configs);
  }

  TopicSpec withPartitions(int number) {
    return new TopicSpec(name, owner, key, value, number, configs);
  }
}

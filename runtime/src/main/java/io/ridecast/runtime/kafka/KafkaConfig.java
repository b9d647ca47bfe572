package io.ridecast.runtime.kafka;

import io.ridecast.runtime.settings.Environment;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How Kafka is reached.
 *
 * @param bootstrapServers host:port, several between commas
 * @param properties further client properties by their Kafka names, such as security.protocol
 */
public record KafkaConfig(String bootstrapServers, Map<String, String> properties) {
  static final String BOOTSTRAP = "KAFKA_BOOTSTRAP_SERVERS";
  private static final String SERVER =
      "\\s*[^\\s,:/]+:\\d{1,5}\\s*|\\s*\\[[0-9a-fA-F:.]+]:\\d{1,5}\\s*";
  private static final Pattern SERVERS = Pattern.compile("(" + SERVER + ")(,(" + SERVER + "))*");

  public KafkaConfig {
    properties = Map.copyOf(properties);
  }

  /** A broker without security. */
  public static KafkaConfig plain(String bootstrapServers) {
    return new KafkaConfig(bootstrapServers, Map.of());
  }

  /**
   * The settings KAFKA_BOOTSTRAP_SERVERS (needed), KAFKA_&lt;PROPERTY&gt; for any client property
   * and NUM_STREAM_THREADS.
   */
  public static KafkaConfig from(Environment environment) {
    String servers = environment.required(BOOTSTRAP);
    if (!servers.isEmpty() && !SERVERS.matcher(servers).matches()) {
      environment.problem(BOOTSTRAP, "has to be host:port, several between commas");
    }
    return new KafkaConfig(servers, new ClientProperties(environment).read());
  }

  /** For a consumer of committed records that keeps its offsets itself; serdes are the caller's. */
  public Properties consumer(String groupId) {
    Properties settings = client(ConsumerConfig.configNames());
    settings.putIfAbsent(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    return settings;
  }

  /**
   * For a producer that loses and doubles nothing; serdes are the caller's.
   *
   * <p>It has one request at a time: a partition of a topic just created may refuse the first batch
   * for the moment and take the second one, after which the first is out of order for ever and is
   * given up when its delivery times out.
   */
  public Properties producer(String clientId) {
    Properties settings = client(ProducerConfig.configNames());
    settings.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.putIfAbsent(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "1");
    settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    return settings;
  }

  /** For an admin client. */
  public Properties admin() {
    return client(AdminClientConfig.configNames());
  }

  /** Without the properties' values: they may hold secrets. */
  @Override
  public String toString() {
    return "KafkaConfig[" + bootstrapServers + ", " + new TreeMap<>(properties).keySet() + "]";
  }

  /** Leaves out what only other kinds of client know, so that Kafka does not complain of it. */
  private Properties client(Set<String> known) {
    Properties settings = new Properties();
    properties.forEach(
        (name, value) -> {
          if (known.contains(name) || !ClientProperties.isKnown(name)) {
            settings.put(name, value);
          }
        });
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return settings;
  }
}

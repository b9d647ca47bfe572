package io.ridecast.runtime.kafka;

import io.ridecast.runtime.settings.Environment;
import io.ridecast.runtime.settings.Secrets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;

/** Reads Kafka properties from variables: KAFKA_SECURITY_PROTOCOL is security.protocol. */
final class ClientProperties {
  static final String THREADS = "NUM_STREAM_THREADS";
  private static final String PREFIX = "KAFKA_";
  private static final List<ConfigDef> DEFINITIONS =
      List.of(
          ConsumerConfig.configDef(),
          ProducerConfig.configDef(),
          AdminClientConfig.configDef(),
          StreamsConfig.configDef());

  /** What Kafka's own scripts and container platforms set: KAFKA_HEAP_OPTS, KAFKA_PORT_9092_TCP. */
  private static final Pattern NOT_OURS = Pattern.compile(".*_OPTS|KAFKA_HOME|.*_(TCP|UDP).*");

  /** What Streams' exactly-once mode or this module settles. */
  private static final Pattern SETTLED =
      Pattern.compile(
          "processing\\.guarantee|.*exception\\.handler.*|state\\.dir|application\\.id");

  /** Streams' names for the properties of only one of its clients. */
  private static final Pattern CLIENT_PREFIX =
      Pattern.compile("^((main\\.|restore\\.|global\\.)?consumer|producer|admin)\\.");

  private final Environment environment;

  ClientProperties(Environment environment) {
    this.environment = environment;
  }

  static boolean isKnown(String property) {
    return definition(property).isPresent();
  }

  private static Optional<ConfigDef.ConfigKey> definition(String property) {
    String plain = CLIENT_PREFIX.matcher(property).replaceFirst("");
    return DEFINITIONS.stream()
        .flatMap(known -> Optional.ofNullable(known.configKeys().get(plain)).stream())
        .findFirst();
  }

  Map<String, String> read() {
    Map<String, String> properties = new TreeMap<>();
    environment
        .withPrefix(PREFIX)
        .forEach(
            (variable, value) -> {
              if (!variable.equals(KafkaConfig.BOOTSTRAP)
                  && !NOT_OURS.matcher(variable).matches()) {
                String property = property(variable);
                check(variable, property, value);
                properties.put(property, value);
              }
            });
    environment
        .text(THREADS)
        .ifPresent(
            given ->
                properties.put(
                    StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                    Integer.toString(environment.integer(THREADS, 1, 1, 64))));
    return properties;
  }

  private static String property(String variable) {
    return variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
  }

  private void check(String variable, String property, String value) {
    if (SETTLED.matcher(property).matches()) {
      environment.problem(variable, "is settled by Ridecast and cannot be set");
      return;
    }
    definition(property)
        .ifPresentOrElse(
            key -> checkValue(key, variable, value),
            () -> environment.problem(variable, "Kafka's clients have no property " + property));
  }

  private void checkValue(ConfigDef.ConfigKey key, String variable, String value) {
    try {
      Object parsed = ConfigDef.parseType(key.name, value, key.type);
      if (key.validator != null) {
        key.validator.ensureValid(key.name, parsed);
      }
    } catch (ConfigException wrong) {
      boolean secret = Secrets.mayBeIn(variable);
      environment.problem(variable, secret ? "is not valid" : String.valueOf(wrong.getMessage()));
    }
  }
}

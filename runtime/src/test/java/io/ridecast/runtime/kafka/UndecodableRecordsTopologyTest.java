package io.ridecast.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndecodableRecordsTopologyTest {
  @TempDir Path state;

  @Test
  void shouldSendUndecodableBytesToTheDeadLettersAndGoOn() {
    try (TopologyTestDriver driver = driver(copies())) {
      input(driver, "in").pipeInput("key", "undecodable");
      input(driver, "in").pipeInput("key", "good");

      TestRecord<byte[], byte[]> letter = deadLetters(driver).readRecord();
      assertThat(letter.value()).asString(StandardCharsets.UTF_8).isEqualTo("undecodable");
      assertThat(letter.headers().lastHeader("__streams.errors.offset").value())
          .asString(StandardCharsets.UTF_8)
          .isEqualTo("0");
      assertThat(output(driver).readValuesToList()).containsExactly("good");
    }
  }

  @Test
  void shouldStopRatherThanGiveUpARecordWhileTheRegistryIsAway() {
    try (TopologyTestDriver driver = driver(copies())) {
      assertThatThrownBy(() -> input(driver, "in").pipeInput("key", "outage"))
          .isInstanceOf(StreamsException.class)
          .satisfies(failure -> assertThat(Outage.isBehind(failure)).isTrue());

      assertThat(deadLetters(driver).isEmpty()).isTrue();
    }
  }

  @Test
  void shouldStopOnAnOutageHiddenInASerializationException() {
    try (TopologyTestDriver driver = driver(copies())) {
      assertThatThrownBy(() -> input(driver, "in").pipeInput("key", "wrapped-outage"))
          .isInstanceOf(StreamsException.class);
    }
  }

  @Test
  void shouldStopOnAProgrammingError() {
    try (TopologyTestDriver driver = driver(copies())) {
      assertThatThrownBy(() -> input(driver, "in").pipeInput("key", "bug"))
          .isInstanceOf(StreamsException.class)
          .satisfies(failure -> assertThat(Outage.isBehind(failure)).isFalse());
    }
  }

  @Test
  void shouldLeaveOutUndecodableBytesOfAGlobalStore() {
    try (TopologyTestDriver driver = driver(globalTable())) {
      input(driver, "in").pipeInput("key", "undecodable");
      input(driver, "in").pipeInput("key", "good");

      assertThat(driver.<String, String>getTimestampedKeyValueStore("table").get("key").value())
          .isEqualTo("good");
    }
  }

  private static Topology copies() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream("in", Consumed.with(Serdes.String(), moody()).withName("in-source"))
        .to("out", Produced.with(Serdes.String(), Serdes.String()).withName("out-sink"));
    return builder.build();
  }

  private static Topology globalTable() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.globalTable("in", Consumed.with(Serdes.String(), moody()), Materialized.as("table"));
    return builder.build();
  }

  private static Serde<String> moody() {
    Deserializer<String> deserializer =
        (topic, bytes) -> {
          String text = new String(bytes, StandardCharsets.UTF_8);
          switch (text) {
            case "undecodable" -> throw new SerializationException("no Avro");
            case "outage" -> throw new RegistryAway();
            case "wrapped-outage" ->
                throw new SerializationException("no schema", new RegistryAway());
            case "bug" -> throw new IllegalStateException("bug");
            default -> {
              return text;
            }
          }
        };
    return Serdes.serdeFrom(new StringSerializer(), deserializer);
  }

  private TopologyTestDriver driver(Topology topology) {
    Properties settings =
        StreamsSettings.exactlyOnce(
            KafkaConfig.plain("localhost:9092"), "app", state, "app-dead-letters");
    // Under exactly-once the driver forgets what was sent before the first processed record.
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    return new TopologyTestDriver(topology, settings);
  }

  private static TestInputTopic<String, String> input(TopologyTestDriver driver, String topic) {
    return driver.createInputTopic(topic, new StringSerializer(), new StringSerializer());
  }

  private static TestOutputTopic<String, String> output(TopologyTestDriver driver) {
    return driver.createOutputTopic("out", new StringDeserializer(), new StringDeserializer());
  }

  private static TestOutputTopic<byte[], byte[]> deadLetters(TopologyTestDriver driver) {
    return driver.createOutputTopic(
        "app-dead-letters", new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static final class RegistryAway extends RetriableException {
    RegistryAway() {
      super("registry away");
    }
  }
}

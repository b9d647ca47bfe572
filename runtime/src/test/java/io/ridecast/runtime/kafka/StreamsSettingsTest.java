package io.ridecast.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {
  private static final Path STATE = Path.of("state");

  @Test
  void shouldBeExactlyOnceAndFailOverInSeconds() {
    StreamsConfig config =
        new StreamsConfig(
            StreamsSettings.exactlyOnce(
                KafkaConfig.plain("a:9092"), "app", STATE, "app-dead-letters"));

    assertThat(config.getString("processing.guarantee")).isEqualTo("exactly_once_v2");
    assertThat(config.getLong("commit.interval.ms")).isEqualTo(100);
    assertThat(config.getString("errors.dead.letter.queue.topic.name"))
        .isEqualTo("app-dead-letters");
    assertThat(config.getMainConsumerConfigs("app", "client", 0))
        .containsEntry("session.timeout.ms", 6000)
        .containsEntry("isolation.level", "read_committed");
    assertThat(config.getProducerConfigs("client"))
        .containsEntry("transaction.timeout.ms", 5000)
        .containsEntry("enable.idempotence", true);
  }

  @Test
  void shouldLetSettingsChangeWhatIsNotSettled() {
    KafkaConfig kafka =
        new KafkaConfig(
            "a:9092",
            Map.of("session.timeout.ms", "20000", "num.stream.threads", "3", "linger.ms", "1"));

    Properties settings = StreamsSettings.exactlyOnce(kafka, "app", STATE, "dead");
    StreamsConfig config = new StreamsConfig(StreamsSettings.withLargePolls(settings));

    assertThat(config.getInt("num.stream.threads")).isEqualTo(3);
    assertThat(config.getMainConsumerConfigs("app", "client", 0))
        .containsEntry("session.timeout.ms", "20000")
        .containsEntry("max.poll.records", 20_000);
    assertThat(config.getProducerConfigs("client")).containsEntry("linger.ms", "1");
  }

  @Test
  void shouldLookUpOnlyCommittedRecords() {
    StreamsConfig config =
        new StreamsConfig(StreamsSettings.lookUp(KafkaConfig.plain("a:9092"), "app-lookup", STATE));

    assertThat(config.getGlobalConsumerConfigs("client"))
        .containsEntry("isolation.level", "read_committed");
  }
}

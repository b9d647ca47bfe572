package io.ridecast.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.runtime.settings.Environment;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaConfigTest {
  private static final String SERVERS = "KAFKA_BOOTSTRAP_SERVERS";

  @Test
  void shouldPassKafkaPropertiesThroughToEveryClient() {
    KafkaConfig kafka =
        read(Map.of(SERVERS, "a:9092,b:9092", "KAFKA_SECURITY_PROTOCOL", "SASL_SSL"));

    for (Properties client :
        new Properties[] {kafka.consumer("g"), kafka.producer("p"), kafka.admin()}) {
      assertThat(client)
          .containsEntry("bootstrap.servers", "a:9092,b:9092")
          .containsEntry("security.protocol", "SASL_SSL");
    }
  }

  @Test
  void shouldNotGiveAClientWhatOnlyAnotherKnows() {
    KafkaConfig kafka =
        read(Map.of(SERVERS, "a:9092", "NUM_STREAM_THREADS", "2", "KAFKA_LINGER_MS", "7"));

    assertThat(kafka.properties()).containsEntry("num.stream.threads", "2");
    assertThat(kafka.producer("p"))
        .containsEntry("linger.ms", "7")
        .doesNotContainKey("num.stream.threads");
    assertThat(kafka.consumer("g")).doesNotContainKeys("linger.ms", "num.stream.threads");
  }

  @Test
  void shouldReadOnlyCommittedRecordsAndLoseNone() {
    KafkaConfig kafka = KafkaConfig.plain("a:9092");

    assertThat(kafka.consumer("g"))
        .containsEntry("isolation.level", "read_committed")
        .containsEntry("group.id", "g")
        .containsEntry("enable.auto.commit", "false");
    assertThat(kafka.producer("p"))
        .containsEntry("acks", "all")
        .containsEntry("max.in.flight.requests.per.connection", "1")
        .containsEntry("client.id", "p");
  }

  @ParameterizedTest
  @CsvSource({
    "KAFKA_SECURTY_PROTOCOL, SSL, no property securty.protocol",
    "KAFKA_FETCH_MAX_WAIT_MS, soon, Not a number of type INT",
    "KAFKA_SESSION_TIMEOUT_MS, 1s, Not a number of type INT",
    "KAFKA_PROCESSING_GUARANTEE, at_least_once, settled by Ridecast",
    "KAFKA_STATE_DIR, /tmp, settled by Ridecast",
    "KAFKA_BOOTSTRAP_SERVERS, localhost, host:port",
    "NUM_STREAM_THREADS, 0, a whole number from 1 to 64"
  })
  void shouldNameAWrongProperty(String name, String value, String said) {
    Environment environment = Environment.of(Map.of(name, value));

    KafkaConfig.from(environment);

    assertThatThrownBy(environment::check)
        .hasMessageContaining(name + "=" + value)
        .hasMessageContaining(said);
  }

  @Test
  void shouldNotShowASecretThatIsNotValid() {
    Environment environment =
        Environment.of(
            Map.of(
                SERVERS,
                "a:9092",
                "KAFKA_SASL_LOGIN_REFRESH_BUFFER_SECONDS",
                "x",
                "KAFKA_SSL_KEY_PASSWORD",
                "hunter2"));

    KafkaConfig kafka = KafkaConfig.from(environment);

    assertThat(kafka.toString()).contains("ssl.key.password").doesNotContain("hunter2");
    assertThatThrownBy(environment::check).message().doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"KAFKA_HEAP_OPTS", "KAFKA_HOME", "KAFKA_PORT_9092_TCP_ADDR"})
  void shouldLeaveAsideWhatPlatformsSet(String name) {
    Environment environment = Environment.of(Map.of(SERVERS, "a:9092", name, "x"));

    assertThat(KafkaConfig.from(environment).properties()).isEmpty();
    assertThatCode(environment::check).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"b-1.msk.aws:9098", "localhost:9092, other:1", "[::1]:9092"})
  void shouldTakeEveryFormOfAddress(String servers) {
    assertThat(read(Map.of(SERVERS, servers)).bootstrapServers()).isEqualTo(servers);
  }

  private static KafkaConfig read(Map<String, String> variables) {
    Environment environment = Environment.of(variables);
    KafkaConfig kafka = KafkaConfig.from(environment);
    environment.check();
    return kafka;
  }
}

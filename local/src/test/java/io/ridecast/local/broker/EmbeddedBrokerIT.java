package io.ridecast.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.local.ports.Port;
import io.ridecast.local.ports.PortTaken;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
  private static final TopicPartition SCOOTERS = new TopicPartition("scooters", 0);

  @TempDir Path directory;

  @Test
  void shouldKeepItsRecordsAcrossARestart() throws Exception {
    Port port = Port.free("BROKER_PORT");
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), port)) {
      send(broker, "parked");
    }

    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), port)) {
      assertThat(first(broker)).isEqualTo("parked");
    }
  }

  @Test
  void shouldNameTheSettingOfATakenPort() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Port port = new Port("BROKER_PORT", other.getLocalPort());

      assertThatThrownBy(() -> EmbeddedBroker.start(directory.resolve("broker"), port))
          .isInstanceOf(PortTaken.class)
          .hasMessageContaining("Port " + other.getLocalPort() + " is taken")
          .hasMessageContaining("BROKER_PORT");
    }
  }

  private static void send(EmbeddedBroker broker, String value) throws Exception {
    Map<String, Object> servers = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (Admin admin = Admin.create(servers);
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(servers, new StringSerializer(), new StringSerializer())) {
      admin.createTopics(List.of(new NewTopic(SCOOTERS.topic(), 1, (short) 1))).all().get();
      producer.send(new ProducerRecord<>(SCOOTERS.topic(), value)).get();
    }
  }

  private static String first(EmbeddedBroker broker) {
    Map<String, Object> servers = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(servers, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(SCOOTERS));
      consumer.seekToBeginning(List.of(SCOOTERS));
      return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
    }
  }
}

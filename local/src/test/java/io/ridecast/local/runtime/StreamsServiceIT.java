package io.ridecast.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ridecast.local.stack.LocalStack;
import io.ridecast.local.stack.LocalStackExtension;
import io.ridecast.runtime.kafka.StreamsService;
import io.ridecast.runtime.kafka.StreamsSettings;
import io.ridecast.runtime.service.Health;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a service when something goes wrong, on a real broker and exactly-once. */
@ExtendWith(LocalStackExtension.class)
class StreamsServiceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicInteger TEST = new AtomicInteger();
  private final String id = "copier-" + TEST.incrementAndGet();
  private final AtomicInteger outages = new AtomicInteger();
  @TempDir Path state;

  @BeforeEach
  void create(LocalStack stack) throws Exception {
    try (Admin admin = stack.admin()) {
      admin
          .createTopics(List.of(topic(id + "-in"), topic(id + "-out"), topic(id + "-dead-letters")))
          .all()
          .get();
    }
  }

  @Test
  void shouldSendUndecodableBytesToTheDeadLettersAndGoOn(LocalStack stack) throws Exception {
    try (StreamsService service = start(stack)) {
      send(stack, "undecodable", "good");

      assertThat(read(stack, id + "-out")).containsExactly("good!");
      assertThat(read(stack, id + "-dead-letters")).containsExactly("undecodable");
      assertThat(service.health()).isEqualTo(new Health.Ready());
    }
  }

  @Test
  void shouldTryAgainAfterAnOutageAndGiveUpNoRecord(LocalStack stack) throws Exception {
    outages.set(2);
    try (StreamsService service = start(stack)) {
      send(stack, "outage", "good");

      assertThat(read(stack, id + "-out")).startsWith("outage!");
      assertThat(service.stopped()).isNotDone();
    }
    assertThat(outages).hasValue(0);
  }

  @Test
  void shouldEndWithItsCauseWhenItCannotGoOn(LocalStack stack) throws Exception {
    try (StreamsService service = start(stack)) {
      send(stack, "bug");

      assertThatThrownBy(() -> service.stopped().get(60, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasStackTraceContaining("no such scooter");
      assertThat(service.health()).isEqualTo(new Health.Failed("no such scooter"));
    }
  }

  private StreamsService start(LocalStack stack) {
    Properties settings =
        StreamsSettings.exactlyOnce(stack.kafka(), id, state, id + "-dead-letters");
    StreamsService service =
        new StreamsService(id, topology(), settings, new SimpleMeterRegistry());
    service.start();
    await()
        .dontCatchUncaughtExceptions()
        .atMost(PATIENCE)
        .until(() -> service.health() instanceof Health.Ready);
    return service;
  }

  private Topology topology() {
    Deserializer<String> moody =
        (topic, bytes) -> {
          String text = new String(bytes, StandardCharsets.UTF_8);
          if (text.equals("undecodable")) {
            throw new SerializationException("no Avro");
          }
          if (text.equals("outage") && outages.get() > 0) {
            outages.decrementAndGet();
            throw new IllegalStateException("registry away", new ConnectException("refused"));
          }
          return text;
        };
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(
            id + "-in",
            Consumed.with(Serdes.String(), Serdes.serdeFrom(new StringSerializer(), moody))
                .withName("in"))
        .mapValues(StreamsServiceIT::exclaimed, Named.as("exclaim"))
        .to(id + "-out", Produced.with(Serdes.String(), Serdes.String()).withName("out"));
    return builder.build();
  }

  private static String exclaimed(String text) {
    if (text.equals("bug")) {
      throw new IllegalStateException("no such scooter");
    }
    return text + "!";
  }

  private void send(LocalStack stack, String... values) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            stack.kafka().producer("test"), new StringSerializer(), new StringSerializer())) {
      for (String value : values) {
        producer.send(new ProducerRecord<>(id + "-in", "key", value)).get();
      }
    }
  }

  private static List<String> read(LocalStack stack, String topic) {
    List<String> values = new ArrayList<>();
    TopicPartition partition = new TopicPartition(topic, 0);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            stack.kafka().consumer("test"), new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      await()
          .dontCatchUncaughtExceptions() // a replaced stream thread ends with its exception
          .atMost(PATIENCE)
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
                return !values.isEmpty();
              });
    }
    return values;
  }

  private static NewTopic topic(String name) {
    return new NewTopic(name, 1, (short) 1);
  }
}

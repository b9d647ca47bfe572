package io.ridecast.local.stack;

import io.ridecast.local.broker.EmbeddedBroker;
import io.ridecast.local.ports.Port;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.registry.ConfluentRegistry;
import io.ridecast.schemas.registry.RegistryConfig;
import io.ridecast.schemas.registry.SchemaRegistry;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topic;
import io.ridecast.schemas.topics.TopicAdmin;
import io.ridecast.schemas.topics.TopicCatalogue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * A real broker of its own for one test class, with all topics and nothing on them, and the one
 * real registry of this JVM. A parameter of this type brings it:
 *
 * <pre>
 * &#64;ExtendWith(LocalStackExtension.class)
 * class SomethingIT {
 *   &#64;Test
 *   void shouldDoIt(LocalStack stack) { ... }
 * }
 * </pre>
 */
public final class LocalStack implements AutoCloseable {
  private final Closing broker;
  private final URI registryUrl;
  private final SchemaRegistry registry;
  private final AvroSerdes serdes;
  private final KafkaConfig kafka;

  private LocalStack(String bootstrapServers, Closing broker, URI registryUrl) {
    this.broker = broker;
    this.registryUrl = registryUrl;
    this.registry = new ConfluentRegistry(RegistryConfig.of(registryUrl));
    this.serdes = new AvroSerdes(registry);
    this.kafka = KafkaConfig.plain(bootstrapServers);
  }

  /** Broker and registry of a demo, which ends them itself. */
  public static LocalStack attached(String bootstrapServers, URI registryUrl) {
    return new LocalStack(bootstrapServers, () -> {}, registryUrl);
  }

  static LocalStack start(Path directory, URI registryUrl) throws IOException {
    EmbeddedBroker broker =
        EmbeddedBroker.start(directory.resolve("broker"), Port.free("BROKER_PORT"));
    LocalStack stack = new LocalStack(broker.bootstrapServers(), broker::close, registryUrl);
    try (Admin admin = stack.admin()) {
      new TopicAdmin(admin, TopicCatalogue.load()).create((short) 1);
    }
    return stack;
  }

  public String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  public KafkaConfig kafka() {
    return kafka;
  }

  public URI registryUrl() {
    return registryUrl;
  }

  public SchemaRegistry registry() {
    return registry;
  }

  public AvroSerdes serdes() {
    return serdes;
  }

  public Admin admin() {
    return Admin.create(kafka.admin());
  }

  public <V extends SpecificRecord> KafkaProducer<String, V> producer(Topic<V> topic) {
    return new KafkaProducer<>(
        kafka.producer("test"), serdes.key().serializer(), serdes.value(topic).serializer());
  }

  /** Sends one record and waits until it is acknowledged. */
  public <V extends SpecificRecord> RecordMetadata send(Topic<V> topic, String key, V value)
      throws Exception {
    try (KafkaProducer<String, V> producer = producer(topic)) {
      Future<RecordMetadata> sent = producer.send(new ProducerRecord<>(topic.name(), key, value));
      return sent.get();
    }
  }

  /** A consumer of committed records, assigned to all partitions of the topic from their start. */
  public <V extends SpecificRecord> KafkaConsumer<String, V> consumer(Topic<V> topic) {
    Properties settings = kafka.consumer("test");
    KafkaConsumer<String, V> consumer =
        new KafkaConsumer<>(
            settings, serdes.key().deserializer(), serdes.value(topic).deserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(partition -> new TopicPartition(topic.name(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }

  /**
   * Reads a topic from its start until what was read suffices.
   *
   * @return all committed records read, in the order of their arrival here
   * @throws AssertionError if they do not suffice in time
   */
  public <V extends SpecificRecord> List<ConsumerRecord<String, V>> read(
      Topic<V> topic, Duration patience, Predicate<List<ConsumerRecord<String, V>>> enough) {
    List<ConsumerRecord<String, V>> records = new ArrayList<>();
    long start = System.nanoTime();
    try (KafkaConsumer<String, V> consumer = consumer(topic)) {
      while (!enough.test(records)) {
        if (System.nanoTime() - start > patience.toNanos()) {
          throw new AssertionError(
              "Not enough on "
                  + topic.name()
                  + " after "
                  + patience
                  + ": "
                  + records.size()
                  + " records, the last "
                  + records.stream()
                      .skip(Math.max(0, records.size() - 3L))
                      .map(ConsumerRecord::value)
                      .toList());
        }
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  @Override
  public void close() {
    broker.close();
  }

  /** What is to be done at the end. */
  private interface Closing {
    void close();
  }
}

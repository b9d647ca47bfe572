package io.ridecast.feed.sending;

import io.ridecast.records.DailyWeather;
import io.ridecast.records.Ride;
import io.ridecast.records.RideWatermark;
import io.ridecast.schemas.registry.InMemoryRegistry;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.CommunityPartition;
import io.ridecast.schemas.topics.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Keeps what senders send, over their lives, and gives each the watermarks of those before. */
public final class FakeBroker {
  public static final int PARTITIONS = 4;
  public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final AvroSerdes serdes = new AvroSerdes(new InMemoryRegistry());
  private final List<ProducerRecord<String, byte[]>> earlier = new ArrayList<>();
  private MockProducer<String, byte[]> producer = producer();

  /** A sender that finds what senders before it have left. */
  public RideSender sender(String feed) {
    earlier.addAll(producer.history());
    producer = producer();
    Map<Integer, RideWatermark> before = new HashMap<>();
    earlier.stream()
        .filter(record -> record.topic().equals(Topics.RIDE_WATERMARKS.name()))
        .filter(record -> record.key().startsWith(feed + "/"))
        .forEach(record -> before.put(record.partition(), watermark(record)));
    return new RideSender(feed, producer, serdes, before, InstantSource.fixed(NOW));
  }

  MockProducer<String, byte[]> producer() {
    return producer(true);
  }

  /** A broker that acknowledges at once, or only when it is told to. */
  static MockProducer<String, byte[]> producer(boolean acknowledges) {
    List<PartitionInfo> partitions = new ArrayList<>();
    Node node = new Node(0, "localhost", 9092);
    for (String topic :
        List.of(Topics.RIDES.name(), Topics.RIDE_WATERMARKS.name(), Topics.WEATHER.name())) {
      for (int i = 0; i < PARTITIONS; i++) {
        partitions.add(new PartitionInfo(topic, i, node, new Node[] {node}, new Node[] {node}));
      }
    }
    Cluster cluster = new Cluster("c", List.of(node), partitions, Set.of(), Set.of());
    return new MockProducer<>(
        cluster, acknowledges, new Murmur2(), new StringSerializer(), new ByteArraySerializer());
  }

  AvroSerdes serdes() {
    return serdes;
  }

  /** All records in the order in which they were sent. */
  public List<Object> records() {
    List<Object> records = new ArrayList<>();
    all().forEach(record -> records.add(value(record)));
    return records;
  }

  /** All weather in the order in which it was sent. */
  public List<DailyWeather> weather() {
    return records().stream()
        .filter(DailyWeather.class::isInstance)
        .map(DailyWeather.class::cast)
        .toList();
  }

  /** All rides in the order in which they were sent. */
  public List<Ride> rides() {
    return records().stream().filter(Ride.class::isInstance).map(Ride.class::cast).toList();
  }

  /** All watermarks of one partition. */
  public List<RideWatermark> watermarks(int partition) {
    return all().stream()
        .filter(record -> record.topic().equals(Topics.RIDE_WATERMARKS.name()))
        .filter(record -> record.partition() == partition)
        .map(this::watermark)
        .toList();
  }

  /** All records as the producers took them. */
  List<ProducerRecord<String, byte[]>> all() {
    List<ProducerRecord<String, byte[]>> all = new ArrayList<>(earlier);
    all.addAll(producer.history());
    return all;
  }

  private Object value(ProducerRecord<String, byte[]> record) {
    if (record.topic().equals(Topics.WEATHER.name())) {
      return serdes
          .value(Topics.WEATHER)
          .deserializer()
          .deserialize(record.topic(), record.value());
    }
    return record.topic().equals(Topics.RIDES.name()) ? ride(record) : watermark(record);
  }

  private Ride ride(ProducerRecord<String, byte[]> record) {
    return serdes.value(Topics.RIDES).deserializer().deserialize(record.topic(), record.value());
  }

  private RideWatermark watermark(ProducerRecord<String, byte[]> record) {
    return serdes
        .value(Topics.RIDE_WATERMARKS)
        .deserializer()
        .deserialize(record.topic(), record.value());
  }

  /** As Kafka's own producer does with keys. */
  private static final class Murmur2 implements Partitioner {
    @Override
    public int partition(
        String topic, Object key, byte[] keyBytes, Object value, byte[] bytes, Cluster cluster) {
      return CommunityPartition.of((String) key, PARTITIONS);
    }

    @Override
    public void configure(Map<String, ?> configs) {}

    @Override
    public void close() {}
  }
}

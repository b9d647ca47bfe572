package io.ridecast.local.aggregator;

import io.ridecast.aggregator.AggregatorConfig;
import io.ridecast.aggregator.AggregatorService;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.catalogue.ServiceDay;
import io.ridecast.local.broker.EmbeddedBroker;
import io.ridecast.local.ports.Port;
import io.ridecast.records.BusinessClock;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.Ride;
import io.ridecast.records.RideWatermark;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.schemas.registry.InMemoryRegistry;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.CommunityPartition;
import io.ridecast.schemas.topics.TopicAdmin;
import io.ridecast.schemas.topics.TopicCatalogue;
import io.ridecast.schemas.topics.Topics;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Measures by hand how fast the aggregator works off a backlog: {@code AggregatorDrain [rides]
 * [on|off]}. Rides of 400 days, mostly in order, Zipf over 77 communities, 2 % duplicates, 1 %
 * late; a watermark every 50,000 rides.
 */
public final class AggregatorDrain {
  private static final int DAYS = 400;
  private static final int PARTITIONS = 8;
  private static final Instant START = Instant.parse("2019-06-01T05:00:00Z");

  private final Catalogue catalogue = Catalogue.chicago();
  private final ServiceDay serviceDay = catalogue.serviceDay();
  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final AvroSerdes serdes = new AvroSerdes(registry);
  private final Map<String, Integer> expected = new HashMap<>();
  private final KafkaConfig kafka;
  private final int rides;
  private final Instant end;

  private AggregatorDrain(KafkaConfig kafka, int rides) {
    this.kafka = kafka;
    this.rides = rides;
    this.end = serviceDay.end(serviceDay.of(START).plusDays(DAYS - 1)).plus(Duration.ofHours(2));
  }

  public static void main(String[] args) throws Exception {
    int rides = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    String packing = args.length > 1 ? args[1] : "on";
    Path directory = Files.createTempDirectory("drain");
    Port port = Port.free("BROKER_PORT");
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), port)) {
      AggregatorDrain drain =
          new AggregatorDrain(KafkaConfig.plain(broker.bootstrapServers()), rides);
      drain.createTopics();
      drain.fill();
      for (int round = 0; round < 1; round++) {
        drain.run(directory.resolve("state" + round), packing);
      }
    }
    System.exit(0);
  }

  private void createTopics() {
    try (Admin admin = Admin.create(kafka.admin())) {
      new TopicAdmin(admin, TopicCatalogue.load()).create((short) 1);
    }
  }

  private void fill() {
    Random random = new Random(7);
    List<Community> communities = catalogue.communities();
    double[] cumulated = new double[communities.size()];
    double sum = 0;
    for (int i = 0; i < cumulated.length; i++) {
      sum += 1.0 / (i + 1);
      cumulated[i] = sum;
    }
    var serializer = serdes.value(Topics.RIDES).serializer();
    long[] sent = new long[PARTITIONS];
    List<Ride> recent = new ArrayList<>();
    long span = Duration.between(START, end.minus(Duration.ofHours(2))).toMillis();
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            kafka.producer("fill"), new StringSerializer(), new ByteArraySerializer())) {
      promise(producer, sent, null);
      for (int n = 0; n < rides; n++) {
        Ride ride;
        double dice = random.nextDouble();
        if (dice < 0.02 && !recent.isEmpty()) {
          ride = recent.get(random.nextInt(recent.size()));
        } else {
          double x = random.nextDouble() * sum;
          int c = 0;
          while (cumulated[c] < x) {
            c++;
          }
          long at = START.toEpochMilli() + span * n / rides;
          if (dice < 0.03) {
            at = Math.max(START.toEpochMilli(), at - (long) (random.nextDouble() * 5 * 86_400_000));
          }
          ride =
              Ride.newBuilder()
                  .setRideId(new UUID(random.nextLong(), random.nextLong()).toString())
                  .setStartedAt(Instant.ofEpochMilli(at))
                  .setCommunity(communities.get(c).key())
                  .setEndedAt(Instant.ofEpochMilli(at + 600_000))
                  .setEndCommunity("8")
                  .setVendor("lime")
                  .setDistanceM(2000)
                  .setFeed("rides")
                  .build();
          expected.merge(
              ride.getCommunity() + "/" + serviceDay.of(ride.getStartedAt()), 1, Integer::sum);
          if (recent.size() < 100) {
            recent.add(ride);
          } else {
            recent.set(random.nextInt(100), ride);
          }
        }
        sent[CommunityPartition.of(ride.getCommunity(), PARTITIONS)]++;
        producer.send(
            new ProducerRecord<>(
                Topics.RIDES.name(), ride.getCommunity(), serializer.serialize("rides", ride)),
            (metadata, failure) -> {
              if (failure != null) {
                failure.printStackTrace();
                System.exit(1);
              }
            });
        if (n % 50_000 == 49_999) {
          promise(
              producer, sent, Instant.ofEpochMilli(START.toEpochMilli() + span * (n + 1) / rides));
        }
      }
      promise(producer, sent, end);
    }
    System.out.println("filled " + rides + " rides, " + expected.size() + " cells");
  }

  private void promise(KafkaProducer<String, byte[]> producer, long[] sent, Instant until) {
    for (int p = 0; p < PARTITIONS; p++) {
      RideWatermark mark =
          RideWatermark.newBuilder()
              .setFeed("rides")
              .setCompleteFrom(until == null ? null : START)
              .setCompleteUntil(until)
              .setRidesOffset(sent[p])
              .setLoadingUntil(end)
              .setSentAt(Instant.EPOCH)
              .build();
      producer.send(
          new ProducerRecord<>(
              Topics.RIDE_WATERMARKS.name(),
              p,
              "rides/" + p,
              serdes.value(Topics.RIDE_WATERMARKS).serializer().serialize("", mark)));
    }
  }

  private void run(Path state, String packing) {
    AggregatorConfig config =
        AggregatorConfig.from(
            Environment.of(
                Map.of(
                    "KAFKA_BOOTSTRAP_SERVERS",
                    kafka.bootstrapServers(),
                    "STATE_DIR",
                    state.toString(),
                    "CLOCK",
                    "watermark",
                    "RIDE_PACKING",
                    packing,
                    "HTTP_PORT",
                    "0")));
    long started = System.nanoTime();
    long cpu = cpuNanos();
    try (AggregatorService service =
            new AggregatorService(config, registry, InstantSource.system());
        KafkaConsumer<String, BusinessClock> clock =
            new KafkaConsumer<>(
                kafka.consumer("drain-clock"),
                new StringDeserializer(),
                serdes.value(Topics.BUSINESS_CLOCK).deserializer())) {
      service.start();
      clock.assign(List.of(new TopicPartition(Topics.BUSINESS_CLOCK.name(), 0)));
      clock.seekToBeginning(clock.assignment());
      double first = 0;
      boolean over = false;
      while (!over) {
        for (ConsumerRecord<String, BusinessClock> record : clock.poll(Duration.ofMillis(50))) {
          if (first == 0) {
            threads();
            first = (System.nanoTime() - started) / 1e9;
          }
          over |= !record.value().getLoading();
        }
        if (service.stopped().isDone()) {
          service.stopped().join();
        }
      }
      double seconds = (System.nanoTime() - started) / 1e9;
      threads();
      System.out.printf(
          "packing %s: first clock %.2f s, all closed %.2f s, %.0f k rides/s, process CPU %.2f s%n",
          packing, first, seconds, rides / seconds / 1000, (cpuNanos() - cpu) / 1e9);
    }
    check();
    deadLetters();
  }

  private void deadLetters() {
    TopicPartition letters = new TopicPartition(Topics.deadLetters("aggregator"), 0);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            kafka.consumer("drain-letters"),
            new org.apache.kafka.common.serialization.ByteArrayDeserializer(),
            new org.apache.kafka.common.serialization.ByteArrayDeserializer())) {
      consumer.assign(List.of(letters));
      consumer.seekToBeginning(List.of(letters));
      long count = consumer.endOffsets(List.of(letters)).get(letters);
      System.out.println(count + " dead letters");
      if (count > 0) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(5))) {
          record
              .headers()
              .forEach(
                  h ->
                      System.out.println(
                          h.key()
                              + "="
                              + new String(h.value(), java.nio.charset.StandardCharsets.UTF_8)));
          break;
        }
      }
    }
  }

  private void check() {
    Map<String, DailyDemand> last = new HashMap<>();
    long records = 0;
    try (KafkaConsumer<String, DailyDemand> consumer =
        new KafkaConsumer<>(
            kafka.consumer("drain-check"),
            new StringDeserializer(),
            serdes.value(Topics.DAILY_DEMAND).deserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.DAILY_DEMAND.name()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<String, DailyDemand> record : consumer.poll(Duration.ofMillis(100))) {
          records++;
          last.put(record.key(), record.value());
        }
      }
    }
    int wrong = 0;
    for (Community community : catalogue.communities()) {
      for (int d = 0; d < DAYS; d++) {
        String key = community.key() + "/" + serviceDay.of(START).plusDays(d);
        DailyDemand demand = last.get(key);
        if (demand == null
            || demand.getRides() != expected.getOrDefault(key, 0)
            || !demand.getStatus().name().equals("CLOSED")) {
          wrong++;
        }
      }
    }
    System.out.println(records + " records, " + last.size() + " cells, " + wrong + " wrong");
  }

  private static void threads() {
    var bean = ManagementFactory.getThreadMXBean();
    System.out.println("-- CPU seconds by thread");
    for (long id : bean.getAllThreadIds()) {
      var info = bean.getThreadInfo(id);
      double seconds = bean.getThreadCpuTime(id) / 1e9;
      if (info != null && seconds > 0.3) {
        System.out.printf("%6.2f %s%n", seconds, info.getThreadName());
      }
    }
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}

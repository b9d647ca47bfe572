package io.ridecast.benchmarks.ladder;

import io.ridecast.runtime.kafka.StreamsSettings;
import io.ridecast.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer in a loop, with the same fetches as the aggregator's. */
final class PollLoop implements Drain {
  private static final String THREAD = "poll-loop";
  private static final Duration WAIT = Duration.ofMillis(100);

  private final VariantSetup setup;
  private final PolledRides work;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile long rides;

  PollLoop(VariantSetup setup, PolledRides work) {
    this.setup = setup;
    this.work = work;
  }

  @Override
  public void start() {
    Thread thread = new Thread(this::run, THREAD);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public String thread() {
    return THREAD;
  }

  @Override
  public long rides() {
    return rides;
  }

  @Override
  public void finish() {
    ended.join();
  }

  @Override
  public long cells() {
    return work.cells();
  }

  @Override
  public void close() {
    // It has ended by itself.
  }

  private void run() {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      while (rides < setup.rides()) {
        int polled = 0;
        for (ConsumerRecord<byte[], byte[]> ride : consumer.poll(WAIT)) {
          work.ride(ride);
          polled++;
        }
        work.polled(consumer);
        advance(polled);
      }
      work.finish(consumer);
      ended.complete(null);
    } catch (RuntimeException e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes, one looks
  private void advance(int polled) {
    rides += polled;
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            StreamsSettings.withLargePolls(setup.kafka().consumer(THREAD)),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.RIDES.name()).stream()
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }
}

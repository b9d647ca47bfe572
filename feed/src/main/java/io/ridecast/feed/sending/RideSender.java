package io.ridecast.feed.sending;

import io.ridecast.feed.FeedConfig;
import io.ridecast.records.Ride;
import io.ridecast.records.RideWatermark;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the rides and the promises of one feed. A promise goes out only when the broker has
 * acknowledged every ride before it; it says for each partition of rides behind which offset they
 * lie. For one thread.
 */
public final class RideSender implements AutoCloseable {
  private static final String RIDES = Topics.RIDES.name();
  private static final String WATERMARKS = Topics.RIDE_WATERMARKS.name();
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(3);

  private final String feed;
  private final Producer<String, byte[]> producer;
  private final Serializer<Ride> rides;
  private final Serializer<RideWatermark> watermarks;
  private final WeatherSender weather;
  private final InstantSource wall;
  private final int partitions;
  private final Acknowledged acknowledged;
  private final Promise[] kept;
  private final Optional<Promise> earlier;
  private Optional<Promise> promised;
  private @Nullable Instant loadingUntil;
  private boolean retired;
  private long sent;

  /**
   * @param producer an idempotent one; closed with this
   * @param before the last watermark that earlier runs of the feed left in each partition
   * @param wall stamps the promises
   */
  RideSender(
      String feed,
      Producer<String, byte[]> producer,
      AvroSerdes serdes,
      Map<Integer, RideWatermark> before,
      InstantSource wall) {
    this.feed = feed;
    this.producer = producer;
    this.rides = serdes.value(Topics.RIDES).serializer();
    this.watermarks = serdes.value(Topics.RIDE_WATERMARKS).serializer();
    this.weather = new WeatherSender(producer, serdes, this::refused);
    this.wall = wall;
    this.partitions = partitions(producer);
    this.acknowledged = new Acknowledged(partitions);
    this.kept = new Promise[partitions];
    before.forEach(this::resume);
    this.earlier = Promise.inAll(partitions, before.values());
    this.promised = earlier;
  }

  /** Connects, and reads what earlier runs of the feed have promised. */
  public static RideSender open(FeedConfig config, AvroSerdes serdes, InstantSource wall) {
    Map<Integer, RideWatermark> before = WatermarkTopic.read(config.name(), config.kafka(), serdes);
    return new RideSender(
        config.name(), FeedProducer.open(config.kafka(), config.name()), serdes, before, wall);
  }

  /** What earlier runs of this feed have promised in every partition. */
  public Optional<Promise> earlier() {
    return earlier;
  }

  /** What is promised by now, by earlier runs and by this one. */
  public Optional<Promise> promised() {
    return promised;
  }

  /** Number of rides sent. */
  public long sent() {
    return sent;
  }

  /**
   * Says, before the first ride, that all up to {@code historyEnd} is history about to be sent:
   * meanwhile nobody forecasts.
   */
  public void announce(Instant historyEnd) {
    loadingUntil = historyEnd;
    watermarks();
  }

  /**
   * Takes over rides that a producer of one's own has sent.
   *
   * @param ends by partition: its rides lie before this offset
   */
  public void takeOver(Map<Integer, Long> ends) {
    ends.forEach(acknowledged::startAt);
  }

  /** Sends a ride, in the end; {@link #flush} waits for it. */
  public void send(Ride ride) {
    acknowledged.check();
    var unused =
        producer.send(
            new ProducerRecord<>(RIDES, ride.getCommunity(), rides.serialize(RIDES, ride)),
            acknowledged);
    sent++;
  }

  /** For a feed that knows the weather too: what it sends is waited for with the rides. */
  public WeatherSender weather() {
    return weather;
  }

  /** Waits until the broker has acknowledged everything. */
  public void flush() {
    try {
      producer.flush();
    } catch (InterruptException e) {
      throw new SendFailure("interrupted while the broker had not acknowledged all rides", e);
    }
    acknowledged.check();
  }

  /** Promises that every ride that began in the span has been sent, as soon as that is so. */
  public void promise(Instant from, Instant until) {
    flush();
    Promise promise = new Promise(from, until);
    promised = Optional.of(promised.map(promise::and).orElse(promise));
    for (int partition = 0; partition < partitions; partition++) {
      Promise before = kept[partition];
      kept[partition] = before == null ? promise : before.and(promise);
    }
    watermarks();
  }

  /** Says that the feed has ended for good: once its rides are read, no day waits for it. */
  public void retire() {
    flush();
    retired = true;
    loadingUntil = null;
    watermarks();
  }

  @Override
  public void close() {
    producer.close(CLOSE_WITHIN);
  }

  private void resume(int partition, RideWatermark watermark) {
    if (partition < partitions) {
      acknowledged.startAt(partition, watermark.getRidesOffset());
      Promise.of(watermark).ifPresent(promise -> kept[partition] = promise);
    }
  }

  private void watermarks() {
    for (int partition = 0; partition < partitions; partition++) {
      String key = WatermarkTopic.key(feed, partition);
      byte[] value = watermarks.serialize(WATERMARKS, watermark(partition));
      var unused =
          producer.send(new ProducerRecord<>(WATERMARKS, partition, key, value), this::refused);
    }
    flush();
  }

  private void refused(Object ignored, @Nullable Exception exception) {
    if (exception != null) {
      acknowledged.onCompletion(null, exception);
    }
  }

  private RideWatermark watermark(int partition) {
    Promise promise = kept[partition];
    return new RideWatermark(
        feed,
        promise == null ? null : promise.from(),
        promise == null ? null : promise.until(),
        acknowledged.behind(partition),
        loadingUntil,
        wall.instant(),
        retired);
  }

  private static int partitions(Producer<String, byte[]> producer) {
    int rides = producer.partitionsFor(RIDES).size();
    int watermarks = producer.partitionsFor(WATERMARKS).size();
    if (rides != watermarks) {
      throw new SendFailure(
          RIDES
              + " has "
              + rides
              + " partitions and "
              + WATERMARKS
              + " "
              + watermarks
              + "; they must have as many");
    }
    return rides;
  }
}

package io.ridecast.local.faults;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.local.stack.LocalStack;
import io.ridecast.oracle.CountingRules;
import io.ridecast.oracle.Expectation;
import io.ridecast.oracle.Oracle;
import io.ridecast.records.Ride;
import io.ridecast.records.RideWatermark;
import io.ridecast.schemas.topics.CommunityPartition;
import io.ridecast.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * A stream of rides that goes on from day to day, seeded: with duplicates, rides out of order,
 * rides that do not count and bytes that nobody can read. The oracle hears of every record where
 * the broker put it.
 */
final class RideWorld implements AutoCloseable {
  static final int PARTITIONS = 8;
  private static final LocalDate FIRST = LocalDate.of(2020, 9, 1);
  private static final Duration GRACE = Duration.ofHours(2);
  private static final int REMEMBERED = 400;

  private final Catalogue catalogue = Catalogue.chicago();
  private final Random random;
  private final Oracle oracle;
  private final LocalStack stack;
  private final KafkaProducer<String, byte[]> rides;
  private final KafkaProducer<String, RideWatermark> watermarks;
  private final List<Ride> remembered = new ArrayList<>();
  private final long[] behind = new long[PARTITIONS];
  private LocalDate day = FIRST;
  private long made;

  RideWorld(LocalStack stack, long seed) {
    this.stack = stack;
    this.random = new Random(seed);
    this.oracle =
        new Oracle(
            new CountingRules(
                catalogue,
                ServiceCalendar.always(),
                PARTITIONS,
                Set.of("rides"),
                GRACE,
                Duration.ofDays(14)));
    this.rides =
        new KafkaProducer<>(
            stack.kafka().producer("rides"), new StringSerializer(), new ByteArraySerializer());
    this.watermarks = stack.producer(Topics.RIDE_WATERMARKS);
  }

  /** What has to be there of all that was sent so far. */
  Expectation expectation() {
    return oracle.expectation();
  }

  /** The offset behind the last record of a partition. */
  long behind(int partition) {
    return behind[partition];
  }

  /** How many records of rides were sent. */
  long sent() {
    long sum = 0;
    for (long records : behind) {
      sum += records;
    }
    return sum;
  }

  /** Sends so many rides of the current day and of the day before it. */
  void ride(int count) {
    List<Sent> sent = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      sent.add(send(next()));
    }
    rides.flush();
    sent.forEach(this::tell);
  }

  /** Ends the current day: what was sent of it is complete. */
  void closeDay() {
    promise(catalogue.serviceDay().end(day).plus(GRACE));
    day = day.plusDays(1);
  }

  /** The same with the promise before its rides: it holds when they have been read. */
  void closeDayAhead(int count) {
    List<Content> contents = new ArrayList<>();
    long[] ahead = behind.clone();
    for (int n = 0; n < count; n++) {
      Content content = next();
      contents.add(content);
      ahead[content.partition()]++;
    }
    promise(ahead, catalogue.serviceDay().end(day).plus(GRACE));
    List<Sent> sent = new ArrayList<>();
    contents.forEach(content -> sent.add(send(content)));
    rides.flush();
    sent.forEach(this::tell);
    day = day.plusDays(1);
  }

  /** Passes so many days without a ride: older ones can no longer be revised. */
  void passDays(int days) {
    day = day.plusDays(days);
    promise(catalogue.serviceDay().end(day.minusDays(1)).plus(GRACE));
  }

  /** Rides of the first days, which are revised or too late by now. */
  void rideOfFirstDays(int count) {
    LocalDate now = day;
    day = FIRST.plusDays(1);
    ride(count);
    day = now;
  }

  LocalDate lastClosedDay() {
    return day.minusDays(1);
  }

  @Override
  public void close() {
    rides.close(Duration.ZERO);
    watermarks.close(Duration.ZERO);
  }

  /** A record to be: where it goes, and the ride in it, if one can be read. */
  private record Content(int partition, byte @Nullable [] value, @Nullable Ride ride) {}

  private record Sent(Content content, Future<RecordMetadata> where) {}

  private Content next() {
    int dice = random.nextInt(1_000);
    if (dice < 3) {
      return new Content(random.nextInt(PARTITIONS), new byte[] {9, 9, 9}, null);
    }
    if (dice < 5) {
      return new Content(random.nextInt(PARTITIONS), null, null);
    }
    Ride ride = dice < 100 && !remembered.isEmpty() ? duplicate() : newRide(dice);
    int home = CommunityPartition.of(ride.getCommunity(), PARTITIONS);
    int partition = dice > 995 ? random.nextInt(PARTITIONS) : home;
    byte[] value =
        stack.serdes().value(Topics.RIDES).serializer().serialize(Topics.RIDES.name(), ride);
    return new Content(partition, value, ride);
  }

  private Ride duplicate() {
    return remembered.get(random.nextInt(remembered.size()));
  }

  private Ride newRide(int dice) {
    Community community =
        catalogue.communities().get((int) (77 * Math.pow(random.nextDouble(), 3)));
    Instant start =
        catalogue
            .serviceDay()
            .start(day)
            .plusSeconds(random.nextInt(86_400) - (random.nextInt(10) == 0 ? 86_400 : 0));
    Instant began = dice > 990 ? Instant.parse("2099-01-01T00:00:00Z") : start;
    Ride ride =
        Ride.newBuilder()
            .setRideId("ride-" + made++)
            .setStartedAt(began)
            .setEndedAt(began.plusSeconds(dice > 980 ? -60 : 600))
            .setCommunity(dice > 970 && dice < 975 ? "99" : community.key())
            .setVendor("lime")
            .setFeed("rides")
            .build();
    if (remembered.size() < REMEMBERED) {
      remembered.add(ride);
    } else {
      remembered.set(random.nextInt(REMEMBERED), ride);
    }
    return ride;
  }

  private Sent send(Content content) {
    String key = content.ride() == null ? null : content.ride().getCommunity();
    return new Sent(
        content,
        rides.send(
            new ProducerRecord<>(Topics.RIDES.name(), content.partition(), key, content.value())));
  }

  private void tell(Sent sent) {
    RecordMetadata where = get(sent.where());
    Ride ride = sent.content().ride();
    if (ride == null) {
      oracle.unreadable(where.partition(), where.offset());
    } else {
      oracle.ride(where.partition(), where.offset(), ride, Instant.ofEpochMilli(where.timestamp()));
    }
    behind[where.partition()] = where.offset() + 1;
  }

  private void promise(Instant until) {
    promise(behind, until);
  }

  private void promise(long[] offsets, Instant until) {
    for (int partition = 0; partition < PARTITIONS; partition++) {
      RideWatermark watermark =
          RideWatermark.newBuilder()
              .setFeed("rides")
              .setCompleteFrom(catalogue.serviceDay().start(FIRST))
              .setCompleteUntil(until)
              .setRidesOffset(offsets[partition])
              .setSentAt(until)
              .build();
      get(
          watermarks.send(
              new ProducerRecord<>(
                  Topics.RIDE_WATERMARKS.name(), partition, "rides/" + partition, watermark)));
      oracle.watermark(partition, watermark);
    }
  }

  private static RecordMetadata get(Future<RecordMetadata> sent) {
    try {
      return sent.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}

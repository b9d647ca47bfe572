package io.ridecast.local.letters;

import io.ridecast.local.ledger.CommittedTopic;
import io.ridecast.records.RejectedRide;
import io.ridecast.records.RejectionReason;
import io.ridecast.records.Ride;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends rides again whose fault has been mended outside: a schema is registered by now, a community
 * is in the catalogue. Each goes to the partition of its community. A ride that is counted already
 * is a duplicate, so sending twice changes no count.
 */
public final class Resending {
  private final KafkaConfig kafka;
  private final AvroSerdes serdes;
  private final boolean dryRun;
  private final Deserializer<Ride> rides;

  /**
   * @param dryRun only says what would be sent
   */
  public Resending(KafkaConfig kafka, AvroSerdes serdes, boolean dryRun) {
    this.kafka = kafka;
    this.serdes = serdes;
    this.dryRun = dryRun;
    this.rides = serdes.value(Topics.RIDES).deserializer();
  }

  /**
   * What came of it.
   *
   * @param sent rides sent again
   * @param left what stays where it is
   */
  public record Result(long sent, long left) {}

  /** Sends the dead letters of {@code rides} that can be read by now. */
  public Result letters(List<Letter> letters) {
    List<Ride> readable = new ArrayList<>();
    for (Letter letter : letters) {
      Ride ride = read(letter);
      if (ride != null) {
        readable.add(ride);
      }
    }
    send(readable);
    return new Result(readable.size(), letters.size() - readable.size());
  }

  /** Sends the rejected rides of these reasons. */
  public Result rejected(Set<RejectionReason> reasons) {
    List<Ride> meant = new ArrayList<>();
    long[] left = {0};
    Deserializer<RejectedRide> rejections = serdes.value(Topics.REJECTED_RIDES).deserializer();
    try (CommittedTopic topic = new CommittedTopic(kafka, Topics.REJECTED_RIDES.name())) {
      topic.read(
          record -> {
            RejectedRide rejected = rejections.deserialize(record.topic(), record.value());
            if (reasons.contains(rejected.getReason())) {
              meant.add(rejected.getRide());
            } else {
              left[0]++;
            }
          });
    }
    send(meant);
    return new Result(meant.size(), left[0]);
  }

  private @Nullable Ride read(Letter letter) {
    if (letter.value() == null || !letter.topic().equals(Topics.RIDES.name())) {
      return null;
    }
    try {
      return rides.deserialize(Topics.RIDES.name(), letter.value().get());
    } catch (SerializationException stillUnreadable) {
      return null;
    }
  }

  private void send(List<Ride> again) {
    if (dryRun || again.isEmpty()) {
      return;
    }
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (KafkaProducer<String, Ride> producer =
        new KafkaProducer<>(
            kafka.producer("ridecast-command"),
            serdes.key().serializer(),
            serdes.value(Topics.RIDES).serializer())) {
      for (Ride ride : again) {
        sent.add(
            producer.send(new ProducerRecord<>(Topics.RIDES.name(), ride.getCommunity(), ride)));
      }
      producer.flush();
      for (Future<RecordMetadata> acknowledged : sent) {
        acknowledged.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker refused a ride: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}

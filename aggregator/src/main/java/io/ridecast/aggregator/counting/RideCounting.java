package io.ridecast.aggregator.counting;

import io.ridecast.aggregator.books.RideTally;
import io.ridecast.aggregator.counting.DeadLetters.Origin;
import io.ridecast.aggregator.days.DemandLedger;
import io.ridecast.aggregator.days.Written;
import io.ridecast.aggregator.rides.Rejected;
import io.ridecast.aggregator.rides.RideReader;
import io.ridecast.records.RejectedRide;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Takes rides in one after the other, and sends on those that cannot count. */
final class RideCounting {
  private final RideReader reader;
  private final DemandLedger ledger;
  private final Outbox outbox;

  RideCounting(RideReader reader, DemandLedger ledger, Outbox outbox) {
    this.reader = reader;
    this.ledger = ledger;
    this.outbox = outbox;
  }

  /** Takes a ride in, to be counted by {@link #write}; nothing in its bytes stops the service. */
  void take(ConsumerRecord<byte[], byte[]> record, RideTally tally) {
    byte[] value = record.value();
    try {
      if (value == null) {
        throw new SerializationException("a tombstone is no ride");
      }
      if (value.length > RejectedRides.LARGEST_RIDE) {
        reject(RejectedRides.oversized(reader.ride(value), origin(record), value.length), tally);
        return;
      }
      Rejected rejected = ledger.take(reader.head(value), record.timestamp());
      if (rejected != null) {
        reject(RejectedRides.of(reader.ride(value), rejected), tally);
      }
    } catch (SerializationException unreadable) {
      tally.deadLetter();
      outbox.deadLetter(
          DeadLetters.of(record.key(), value),
          DeadLetters.headers(origin(record), value, unreadable));
    }
  }

  /** Counts and writes what was taken in. */
  void write(RideTally tally) {
    Written written = ledger.write();
    tally.count(written.counted());
    tally.duplicate(written.duplicates());
  }

  private void reject(RejectedRide ride, RideTally tally) {
    outbox.rejected(ride);
    tally.reject(ride.getReason());
  }

  private static Origin origin(ConsumerRecord<byte[], byte[]> record) {
    return new Origin(record.topic(), record.partition(), record.offset(), record.headers());
  }
}

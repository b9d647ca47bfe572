package io.ridecast.aggregator.counting;

import io.ridecast.aggregator.books.RideTally;
import io.ridecast.aggregator.counting.DeadLetters.Origin;
import io.ridecast.aggregator.days.DemandLedger;
import io.ridecast.aggregator.rides.RideReader;
import io.ridecast.aggregator.rides.Verdict;
import io.ridecast.aggregator.rides.Verdict.Counted;
import io.ridecast.aggregator.rides.Verdict.Rejected;
import io.ridecast.records.RejectedRide;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Judges rides one after the other and sends on those that do not count. */
final class RideCounting {
  private final RideReader reader;
  private final DemandLedger ledger;
  private final Outbox outbox;

  RideCounting(RideReader reader, DemandLedger ledger, Outbox outbox) {
    this.reader = reader;
    this.ledger = ledger;
    this.outbox = outbox;
  }

  /** Judges a ride; nothing in its bytes stops the service. */
  void judge(ConsumerRecord<byte[], byte[]> record, RideTally tally) {
    byte[] value = record.value();
    try {
      if (value == null) {
        throw new SerializationException("a tombstone is no ride");
      }
      if (value.length > RejectedRides.LARGEST_RIDE) {
        reject(RejectedRides.oversized(reader.ride(value), origin(record), value.length), tally);
        return;
      }
      Verdict verdict = ledger.judge(reader.head(value), record.timestamp());
      if (verdict instanceof Counted) {
        tally.count();
      } else if (verdict instanceof Rejected rejected) {
        reject(RejectedRides.of(reader.ride(value), rejected), tally);
      } else {
        tally.duplicate();
      }
    } catch (SerializationException unreadable) {
      tally.deadLetter();
      outbox.deadLetter(
          DeadLetters.of(record.key(), value),
          DeadLetters.headers(origin(record), value, unreadable));
    }
  }

  private void reject(RejectedRide ride, RideTally tally) {
    outbox.rejected(ride);
    tally.reject(ride.getReason());
  }

  private static Origin origin(ConsumerRecord<byte[], byte[]> record) {
    return new Origin(record.topic(), record.partition(), record.offset(), record.headers());
  }
}

package io.ridecast.aggregator.counting;

import io.ridecast.aggregator.books.RideTally;
import io.ridecast.aggregator.counting.DeadLetters.Origin;
import io.ridecast.aggregator.days.DemandLedger;
import io.ridecast.aggregator.packing.RideRecords;
import io.ridecast.aggregator.rides.RideReader;
import io.ridecast.aggregator.rides.Verdict;
import io.ridecast.aggregator.rides.Verdict.Counted;
import io.ridecast.aggregator.rides.Verdict.Rejected;
import io.ridecast.records.RejectedRide;
import io.ridecast.schemas.topics.Topics;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;

/** Judges rides one after the other and sends on those that do not count. */
final class RideCounting {
  private final int partition;
  private final RideReader reader;
  private final DemandLedger ledger;
  private final Outbox outbox;

  RideCounting(int partition, RideReader reader, DemandLedger ledger, Outbox outbox) {
    this.partition = partition;
    this.reader = reader;
    this.ledger = ledger;
    this.outbox = outbox;
  }

  /** Judges the ride that {@code rides} stands at; nothing in its bytes stops the service. */
  void judge(RideRecords rides, Headers headers, RideTally tally) {
    try {
      if (!rides.hasValue()) {
        throw new SerializationException("a tombstone is no ride");
      }
      if (rides.end() - rides.start() > RejectedRides.LARGEST_RIDE) {
        byte[] value = value(rides);
        reject(
            RejectedRides.oversized(reader.ride(value), origin(rides, headers), value.length),
            tally);
        return;
      }
      Verdict verdict =
          ledger.judge(reader.head(rides.buffer(), rides.start(), rides.end()), rides.appendedAt());
      if (verdict instanceof Counted) {
        tally.count();
      } else if (verdict instanceof Rejected rejected) {
        reject(RejectedRides.of(reader.ride(value(rides)), rejected), tally);
      } else {
        tally.duplicate();
      }
    } catch (SerializationException unreadable) {
      tally.deadLetter();
      outbox.deadLetter(
          DeadLetters.of(rides.key(), rides.value()),
          DeadLetters.headers(origin(rides, headers), rides.value(), unreadable));
    }
  }

  private void reject(RejectedRide ride, RideTally tally) {
    outbox.rejected(ride);
    tally.reject(ride.getReason());
  }

  private Origin origin(RideRecords rides, Headers headers) {
    return new Origin(Topics.RIDES.name(), partition, rides.offset(), headers);
  }

  private static byte[] value(RideRecords rides) {
    return Arrays.copyOfRange(rides.buffer(), rides.start(), rides.end());
  }
}

package io.ridecast.aggregator.city;

import io.ridecast.aggregator.city.PartitionReport.DayPart;
import io.ridecast.aggregator.city.PartitionReport.Reached;
import io.ridecast.aggregator.state.InstantColumn;
import io.ridecast.aggregator.state.LongsSerde;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Reports as rows of numbers, the first of which says what kind it is. */
public final class ReportSerde {
  private static final int DAY_PART = 1;
  private static final int REACHED = 2;

  private ReportSerde() {}

  /** The serde; it may be shared by many threads. */
  public static Serde<PartitionReport> create() {
    Serde<long[]> rows = LongsSerde.create();
    Serializer<PartitionReport> serializer =
        (topic, report) -> rows.serializer().serialize(topic, row(report));
    Deserializer<PartitionReport> deserializer =
        (topic, bytes) -> report(rows.deserializer().deserialize(topic, bytes));
    return Serdes.serdeFrom(serializer, deserializer);
  }

  private static long @Nullable [] row(@Nullable PartitionReport report) {
    if (report instanceof DayPart part) {
      return new long[] {DAY_PART, part.partition(), part.day(), part.rides(), part.communities()};
    }
    if (report instanceof Reached reached) {
      return new long[] {
        REACHED,
        reached.partition(),
        InstantColumn.of(reached.watermark()),
        reached.loading() ? 1 : 0
      };
    }
    return null;
  }

  private static @Nullable PartitionReport report(long @Nullable [] row) {
    if (row == null) {
      return null;
    }
    return switch ((int) row[0]) {
      case DAY_PART -> new DayPart((int) row[1], (int) row[2], (int) row[3], (int) row[4]);
      case REACHED -> new Reached((int) row[1], InstantColumn.read(row[2]), row[3] == 1);
      default -> throw new SerializationException("no report of kind " + row[0]);
    };
  }
}

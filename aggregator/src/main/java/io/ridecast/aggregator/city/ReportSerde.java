package io.ridecast.aggregator.city;

import io.ridecast.aggregator.city.PartitionReport.DayPart;
import io.ridecast.aggregator.city.PartitionReport.DayParts;
import io.ridecast.aggregator.city.PartitionReport.Reached;
import io.ridecast.aggregator.state.InstantColumn;
import io.ridecast.aggregator.state.LongsSerde;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Reports as rows of numbers, the first of which says what kind it is. */
public final class ReportSerde {
  private static final int DAY_PARTS = 1;
  private static final int REACHED = 2;
  private static final int FIXED_COLUMNS = 2;
  private static final int DAY_COLUMNS = 3;

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
    if (report instanceof DayParts parts) {
      return row(parts);
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
      case DAY_PARTS -> dayParts(row);
      case REACHED -> new Reached((int) row[1], InstantColumn.read(row[2]), row[3] == 1);
      default -> throw new SerializationException("no report of kind " + row[0]);
    };
  }

  private static long[] row(DayParts parts) {
    long[] row = new long[FIXED_COLUMNS + parts.days().size() * DAY_COLUMNS];
    row[0] = DAY_PARTS;
    row[1] = parts.partition();
    int at = FIXED_COLUMNS;
    for (DayPart part : parts.days()) {
      row[at++] = part.day();
      row[at++] = part.rides();
      row[at++] = part.communities();
    }
    return row;
  }

  private static DayParts dayParts(long[] row) {
    List<DayPart> days = new ArrayList<>();
    for (int at = FIXED_COLUMNS; at < row.length; at += DAY_COLUMNS) {
      days.add(new DayPart((int) row[at], (int) row[at + 1], (int) row[at + 2]));
    }
    return new DayParts((int) row[1], days);
  }
}

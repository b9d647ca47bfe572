package io.ridecast.aggregator.city;

import io.ridecast.aggregator.city.CityDay.Part;
import io.ridecast.aggregator.city.PartitionReport.DayPart;
import io.ridecast.aggregator.city.PartitionReport.DayParts;
import io.ridecast.aggregator.city.PartitionReport.Reached;
import io.ridecast.aggregator.state.InstantColumn;
import io.ridecast.records.BusinessClock;
import io.ridecast.records.CityDemand;
import io.ridecast.records.DemandStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Reports of all partitions in; the city's demand and the business clock out. */
public final class CityProcessor
    extends ContextualProcessor<String, PartitionReport, String, SpecificRecord> {
  /** Name of the store of days and of what the partitions have reached. */
  public static final String STORE = "city";

  /** Key of the business clock's one record. */
  public static final String CLOCK_KEY = "clock";

  private static final String DAY = "day/";
  private static final String REACHED = "reached/";
  private static final String SAID = "said";
  private static final int FIXED_COLUMNS = 3;
  private static final int PART_COLUMNS = 3;

  private final int partitions;
  private @Nullable KeyValueStore<String, long[]> store;

  /** Those that were asked for, as they are in the store: each closes in every partition. */
  private final Map<LocalDate, CityDay> days = new HashMap<>();

  private CityClock clock;

  /** For communities in so many partitions. */
  public CityProcessor(int partitions) {
    this.partitions = partitions;
    this.clock = new CityClock(partitions);
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    super.init(context);
    clock = new CityClock(partitions);
    days.clear();
    KeyValueStore<String, long[]> opened = context.getStateStore(STORE);
    store = opened;
    try (KeyValueIterator<String, long[]> entries = opened.range(REACHED, "t")) {
      while (entries.hasNext()) {
        KeyValue<String, long[]> entry = entries.next();
        restore(entry.key, entry.value);
      }
    }
  }

  @Override
  public void process(Record<String, PartitionReport> record) {
    PartitionReport report = record.value();
    if (report instanceof DayParts parts) {
      parts.days().forEach(part -> add(parts.partition(), part, record.timestamp()));
    } else if (report instanceof Reached reached) {
      advance(reached, record.timestamp());
    }
  }

  private void add(int partition, DayPart part, long timestamp) {
    LocalDate date = LocalDate.ofEpochDay(part.day());
    CityDay day =
        days.computeIfAbsent(date, this::read)
            .with(partition, new Part(part.rides(), part.communities()));
    CityDay next = day.revised(partitions).orElse(day);
    if (next.revision() > day.revision()) {
      context().forward(new Record<>(date.toString(), demand(date, next), timestamp));
    }
    days.put(date, next);
    write(date, next);
  }

  private void advance(Reached report, long timestamp) {
    store()
        .put(
            REACHED + report.partition(),
            new long[] {
              report.partition(), InstantColumn.of(report.watermark()), report.loading() ? 1 : 0
            });
    clock
        .report(report)
        .ifPresent(
            time -> {
              store().put(SAID, new long[] {time.now().toEpochMilli(), time.loading() ? 1 : 0});
              context()
                  .forward(
                      new Record<>(
                          CLOCK_KEY, new BusinessClock(time.now(), time.loading()), timestamp));
            });
  }

  private static CityDemand demand(LocalDate date, CityDay day) {
    return new CityDemand(
        date,
        day.said().rides(),
        day.revision(),
        day.said().communities() == 0 ? DemandStatus.OUT_OF_SERVICE : DemandStatus.CLOSED,
        day.said().communities());
  }

  private void restore(String key, long[] row) {
    if (key.equals(SAID)) {
      clock.restore(new CityClock.Time(Instant.ofEpochMilli(row[0]), row[1] == 1));
    } else {
      clock.restore(new Reached((int) row[0], InstantColumn.read(row[1]), row[2] == 1));
    }
  }

  private CityDay read(LocalDate date) {
    long[] row = store().get(DAY + date);
    if (row == null) {
      return CityDay.unknown();
    }
    TreeMap<Integer, Part> parts = new TreeMap<>();
    for (int column = FIXED_COLUMNS; column < row.length; column += PART_COLUMNS) {
      parts.put((int) row[column], new Part((int) row[column + 1], (int) row[column + 2]));
    }
    return new CityDay((int) row[0], new Part((int) row[1], (int) row[2]), parts);
  }

  private void write(LocalDate date, CityDay day) {
    long[] row = new long[FIXED_COLUMNS + PART_COLUMNS * day.parts().size()];
    row[0] = day.revision();
    row[1] = day.said().rides();
    row[2] = day.said().communities();
    int column = FIXED_COLUMNS;
    for (var entry : day.parts().entrySet()) {
      row[column++] = entry.getKey();
      row[column++] = entry.getValue().rides();
      row[column++] = entry.getValue().communities();
    }
    store().put(DAY + date, row);
  }

  private KeyValueStore<String, long[]> store() {
    if (store == null) {
      throw new IllegalStateException("used before init");
    }
    return store;
  }
}

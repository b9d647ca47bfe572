package io.ridecast.aggregator.state;

import io.ridecast.aggregator.days.DayJournal;
import io.ridecast.aggregator.days.DaySpan;
import io.ridecast.aggregator.days.Memberships;
import io.ridecast.aggregator.days.Publication;
import io.ridecast.aggregator.days.Said;
import io.ridecast.records.DemandStatus;
import io.ridecast.schemas.topics.DemandKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the counts of days: the ride ids, what was published, and which days there are. */
public final class DayStore implements DayJournal {
  /** Of the rows of ride ids. */
  public static final String IDS = "ids/";

  /** Of the rows of what was published of days that can still change. */
  public static final String DAYS = "day/";

  private static final String SPAN = "span";
  private static final String MEMBERS = "members";
  private static final char BEHIND = '\uffff';
  private static final int SAID_COLUMNS = 4;
  private static final DemandStatus[] STATUSES = {
    DemandStatus.OPEN, DemandStatus.CLOSED, DemandStatus.OUT_OF_SERVICE
  };

  private final KeyValueStore<String, long[]> store;

  /** A journal in this store, beside other rows. */
  public DayStore(KeyValueStore<String, long[]> store) {
    this.store = store;
  }

  @Override
  public void block(int lastDay, int number, long[] rides) {
    store.put(IDS + new BlockKey(lastDay, number).text(), rides);
  }

  @Override
  public void publication(int day, Said said) {
    long[] row = new long[SAID_COLUMNS];
    write(said, row, 0);
    store.put(key(said.community(), day), row);
  }

  @Override
  public void closed(int day, List<Said> said) {
    long[] row = new long[said.size() * SAID_COLUMNS];
    int at = 0;
    for (Said each : said) {
      write(each, row, at);
      at += SAID_COLUMNS;
    }
    store.put(key(day), row);
  }

  @Override
  public void span(DaySpan span) {
    store.put(SPAN, new long[] {span.first(), span.through(), span.forgotten()});
  }

  @Override
  public void members(Memberships members) {
    store.put(MEMBERS, MemberRow.of(members::forEach));
  }

  @Override
  public void forgetBlock(int lastDay, int number) {
    store.delete(IDS + new BlockKey(lastDay, number).text());
  }

  @Override
  public void forgetPublication(int day, int community) {
    store.delete(key(community, day));
  }

  @Override
  public void forgetClosed(int day) {
    store.delete(key(day));
  }

  @Override
  public void replay(Target target) {
    long[] span = store.get(SPAN);
    if (span != null) {
      target.span(new DaySpan((int) span[0], (int) span[1], (int) span[2]));
    }
    each(
        store,
        IDS,
        (text, rides) -> {
          BlockKey key = BlockKey.parse(text);
          target.block(key.lastDay(), key.number(), rides);
        });
    each(store, DAYS, (key, row) -> replayDay(key, row, target));
    long[] members = store.get(MEMBERS);
    if (members != null) {
      MemberRow.read(members, target::member);
    }
  }

  /** A key is a date, or a community and a date. */
  private static void replayDay(String key, long[] row, Target target) {
    if (key.indexOf('/') >= 0) {
      target.publication((int) DemandKey.date(key).toEpochDay(), read(row, 0));
      return;
    }
    List<Said> said = new ArrayList<>();
    for (int at = 0; at < row.length; at += SAID_COLUMNS) {
      said.add(read(row, at));
    }
    target.closed((int) LocalDate.parse(key).toEpochDay(), said);
  }

  private static void write(Said said, long[] row, int at) {
    row[at] = said.community();
    row[at + 1] = said.publication().revision();
    row[at + 2] = said.publication().rides();
    row[at + 3] = code(said.publication().status());
  }

  private static Said read(long[] row, int at) {
    return new Said(
        (int) row[at],
        new Publication((int) row[at + 2], (int) row[at + 1], STATUSES[(int) row[at + 3]]));
  }

  /** Hands over the rows whose keys begin so, with what follows in their keys. */
  static void each(
      KeyValueStore<String, long[]> store, String prefix, BiConsumer<String, long[]> action) {
    try (KeyValueIterator<String, long[]> entries = store.range(prefix, prefix + BEHIND)) {
      while (entries.hasNext()) {
        KeyValue<String, long[]> entry = entries.next();
        action.accept(entry.key.substring(prefix.length()), entry.value);
      }
    }
  }

  private static String key(int day) {
    return DAYS + LocalDate.ofEpochDay(day);
  }

  private static String key(int community, int day) {
    return DAYS + DemandKey.of(Integer.toString(community), LocalDate.ofEpochDay(day));
  }

  /** Not the ordinal: the schema's order of symbols may change, what is stored may not. */
  private static int code(DemandStatus status) {
    return switch (status) {
      case OPEN -> 0;
      case CLOSED -> 1;
      case OUT_OF_SERVICE -> 2;
    };
  }
}

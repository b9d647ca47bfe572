package io.ridecast.predictor.lookups;

import io.ridecast.records.DailyDemand;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The last {@value #DAYS} days of every community's demand. One thread writes, any number read. */
public final class HistoryBoard {
  /** How many days back look-ups reach. */
  public static final int DAYS = 90;

  private final Map<String, NavigableMap<LocalDate, DailyDemand>> days = new ConcurrentHashMap<>();

  /** Takes over the newest state of a day. */
  public void accept(DailyDemand day) {
    NavigableMap<LocalDate, DailyDemand> ofCommunity =
        days.computeIfAbsent(day.getCommunity(), community -> new ConcurrentSkipListMap<>());
    ofCommunity.put(day.getDate(), day);
    ofCommunity.headMap(ofCommunity.lastKey().minusDays(DAYS), true).clear();
  }

  /** The last days of a community, in their order, at most so many. */
  public List<DailyDemand> of(String community, int count) {
    NavigableMap<LocalDate, DailyDemand> ofCommunity = days.get(community);
    if (ofCommunity == null) {
      return List.of();
    }
    return List.copyOf(ofCommunity.tailMap(ofCommunity.lastKey().minusDays(count), false).values());
  }

  /** Whether nothing is known of any community. */
  public boolean isEmpty() {
    return days.isEmpty();
  }
}

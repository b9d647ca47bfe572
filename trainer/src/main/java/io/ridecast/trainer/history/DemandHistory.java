package io.ridecast.trainer.history;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.schemas.topics.DemandKey;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The table of {@code daily-demand}, in memory. The city's demand is summed up from it, so that
 * communities and city always show the same revisions. Not thread-safe.
 */
public final class DemandHistory {
  private final Catalogue catalogue;
  private final Map<String, CommunityDays> communities = new TreeMap<>();
  private long changes;

  /** A history of the catalogue's communities; others are passed over. */
  public DemandHistory(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Takes in a record of {@code daily-demand}, a tombstone too. */
  public void apply(String key, @Nullable DailyDemand demand) {
    String community = DemandKey.community(key);
    if (catalogue.byKey(community).isEmpty()) {
      return;
    }
    CommunityDays days = communities.computeIfAbsent(community, name -> new CommunityDays());
    LocalDate day = DemandKey.date(key);
    DemandStatus status = demand == null ? DemandStatus.OPEN : demand.getStatus();
    switch (status) {
      case CLOSED -> days.put(day, demand == null ? 0 : demand.getRides());
      case OUT_OF_SERVICE -> days.put(day, CommunityDays.NO_SERVICE);
      case OPEN -> days.forget(day);
    }
    changes++;
  }

  /** How often the history has changed: the same number means the same history. */
  public long changes() {
    return changes;
  }

  /**
   * What is closed for every community that has closed days at all; empty when there is no such
   * day.
   */
  public Optional<ClosedHistory> closed() {
    Map<String, CommunityDays> known = new TreeMap<>(communities);
    known.values().removeIf(days -> !days.any());
    Optional<LocalDate> everywhere =
        known.values().stream().map(CommunityDays::last).min(LocalDate::compareTo);
    return everywhere.flatMap(last -> until(last, known));
  }

  private Optional<ClosedHistory> until(LocalDate last, Map<String, CommunityDays> known) {
    Map<String, DemandSeries> series = new TreeMap<>();
    known.forEach(
        (community, days) -> {
          if (!days.first().isAfter(last)) {
            series.put(community, days.until(last));
          }
        });
    if (series.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(ClosedHistory.of(DemandPanel.of(catalogue, series)));
  }
}

package io.ridecast.predictor.city;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.predictor.forecasts.ForecastSetting;
import io.ridecast.predictor.horizon.Horizon;
import io.ridecast.records.Forecast;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of all communities. A sum that leaves some out is no city's. */
final class CityParts {
  private static final Comparator<CityPart> BY_DAYS =
      Comparator.comparing((CityPart part) -> part.horizon().origin())
          .thenComparing(part -> part.horizon().firstLead());

  private final ForecastSetting setting;
  private final Map<String, CityPart> newest = new HashMap<>();

  CityParts(ForecastSetting setting) {
    this.setting = setting;
  }

  /** Puts a forecast in the place of its community's last one. */
  void put(Forecast forecast) {
    newest.put(forecast.getCommunity(), CityPart.of(forecast));
  }

  /**
   * What the city's forecast is made of, once every community that is served on its days has a
   * forecast of just these, by one model; empty until then.
   */
  Optional<CitySum> complete() {
    Optional<CityPart> latest = newest.values().stream().max(BY_DAYS);
    if (latest.isEmpty()) {
      return Optional.empty();
    }
    List<CityPart> parts = new ArrayList<>();
    for (Community community : setting.catalogue().communities()) {
      if (counts(community, latest.get().horizon())) {
        @Nullable CityPart part = newest.get(community.key());
        if (part == null || !part.agreesWith(latest.get())) {
          return Optional.empty();
        }
        parts.add(part);
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(new CitySum(parts));
  }

  /** A community that begins after the origin has no demand to forecast from yet. */
  private boolean counts(Community community, Horizon horizon) {
    LocalDate origin = horizon.origin();
    boolean begun = community.starts().filter(origin::isBefore).isEmpty();
    return begun && setting.isServed(community, horizon);
  }
}

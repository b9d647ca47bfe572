package io.ridecast.predictor.city;

import io.ridecast.predictor.horizon.Horizon;
import io.ridecast.records.Forecast;
import io.ridecast.records.ForecastQuality;
import io.ridecast.records.ForecastTrigger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The forecasts of all communities, of the same days by the same model.
 *
 * @param parts at least one, in the catalogue's order
 */
record CitySum(List<CityPart> parts) {

  Horizon horizon() {
    return first().horizon();
  }

  String modelVersion() {
    return first().modelVersion();
  }

  @Nullable String runId() {
    return first().runId();
  }

  /** Sums of the communities' means by day, in rides. */
  List<Double> means() {
    List<Double> means = new ArrayList<>();
    for (int day = 0; day < Horizon.DAYS; day++) {
      double mean = 0;
      for (CityPart part : parts) {
        mean += part.means().get(day);
      }
      means.add(mean);
    }
    return means;
  }

  /** What makes the city's forecast after its last one, if there was any. */
  ForecastTrigger trigger(@Nullable Forecast last) {
    if (last == null || !horizon().origin().equals(last.getOriginDate())) {
      return ForecastTrigger.DATA;
    }
    if (!modelVersion().equals(last.getModelVersion())) {
      return ForecastTrigger.MODEL;
    }
    boolean sameDays = horizon().firstLead() == last.getDays().get(0).getLead();
    return sameDays && quality() == last.getQuality()
        ? ForecastTrigger.REVISION
        : ForecastTrigger.CALENDAR;
  }

  /** The gravest of theirs; but a community that is new does not make the city new. */
  ForecastQuality quality() {
    if (any(ForecastQuality.FALLBACK)) {
      return ForecastQuality.FALLBACK;
    }
    if (parts.stream().allMatch(part -> part.quality() == ForecastQuality.COLD_START)) {
      return ForecastQuality.COLD_START;
    }
    return any(ForecastQuality.STALE) ? ForecastQuality.STALE : ForecastQuality.NORMAL;
  }

  /** Whether all of them knew the city's total of their origin. */
  boolean cityIncluded() {
    return parts.stream().allMatch(CityPart::cityIncluded);
  }

  private boolean any(ForecastQuality quality) {
    return parts.stream().anyMatch(part -> part.quality() == quality);
  }

  private CityPart first() {
    return parts.get(0);
  }
}

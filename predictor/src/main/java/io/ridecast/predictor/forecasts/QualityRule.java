package io.ridecast.predictor.forecasts;

import io.ridecast.predictor.demand.DemandHistory;
import io.ridecast.predictor.horizon.BusinessMoment;
import io.ridecast.records.ForecastQuality;
import java.time.LocalDate;

/** How far a forecast can be relied on; the gravest reason names it. */
final class QualityRule {
  /** Four of each weekday: with fewer a level and a weekly shape cannot be told apart. */
  static final int SEASONED_DAYS = 28;

  private QualityRule() {}

  static ForecastQuality of(
      boolean fallback, DemandHistory history, LocalDate origin, BusinessMoment moment) {
    if (fallback) {
      return ForecastQuality.FALLBACK;
    }
    if (history.knownDays(origin) < SEASONED_DAYS) {
      return ForecastQuality.COLD_START;
    }
    return moment.overdue(origin) ? ForecastQuality.STALE : ForecastQuality.NORMAL;
  }
}

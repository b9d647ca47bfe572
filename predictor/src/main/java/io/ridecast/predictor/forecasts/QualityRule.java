package io.ridecast.predictor.forecasts;

import io.ridecast.forecasting.series.ColdStart;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.predictor.horizon.BusinessMoment;
import io.ridecast.records.ForecastQuality;
import java.time.LocalDate;

/** How far a forecast can be relied on; the gravest reason names it. */
final class QualityRule {
  private QualityRule() {}

  static ForecastQuality of(
      boolean fallback, DemandSeries demand, LocalDate origin, BusinessMoment moment) {
    if (fallback) {
      return ForecastQuality.FALLBACK;
    }
    if (ColdStart.is(ColdStart.knownDays(demand, origin))) {
      return ForecastQuality.COLD_START;
    }
    return moment.overdue(origin) ? ForecastQuality.STALE : ForecastQuality.NORMAL;
  }
}

package io.ridecast.predictor.city;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.model.DayForecast;
import io.ridecast.forecasting.model.ForecastModel;
import io.ridecast.predictor.demand.CityTotals;
import io.ridecast.predictor.forecasts.ForecastIdentity;
import io.ridecast.predictor.forecasts.ForecastRecords;
import io.ridecast.predictor.horizon.BusinessMoment;
import io.ridecast.predictor.horizon.Horizon;
import io.ridecast.predictor.horizon.Standing;
import io.ridecast.records.Forecast;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the city's forecast of its communities'. */
final class CityForecastMaker {
  private final CityTotals totals;

  CityForecastMaker(CityTotals totals) {
    this.totals = totals;
  }

  /**
   * Makes it.
   *
   * @param last the one before, if any
   */
  Forecast make(CitySum sum, ForecastModel model, @Nullable Forecast last, BusinessMoment moment) {
    Horizon horizon = sum.horizon();
    List<DayForecast> days =
        model.total(
            totals.series(horizon.origin()), horizon.origin(), horizon.firstLead(), sum.means());
    return Forecast.newBuilder()
        .setForecastId(
            ForecastIdentity.of(
                Community.CITY, horizon, sum.parts().stream().map(CityPart::id).toList()))
        .setCommunity(Community.CITY)
        .setOriginDate(horizon.origin())
        .setDays(days.stream().map(ForecastRecords::day).toList())
        .setModelVersion(sum.modelVersion())
        .setRunId(sum.runId())
        .setTrigger(sum.trigger(last))
        .setQuality(sum.quality())
        .setDemandRevisions(totals.revisions(horizon.origin(), Standing.BEARING_DAYS))
        .setGeneratedAt(moment.now())
        .setValidUntil(moment.end(horizon.firstDay()))
        .setCityIncluded(sum.cityIncluded())
        .build();
  }
}

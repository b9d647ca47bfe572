package io.ridecast.predictor.city;

import io.ridecast.predictor.horizon.Horizon;
import io.ridecast.records.Forecast;
import io.ridecast.records.ForecastDay;
import io.ridecast.records.ForecastQuality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a community's newest forecast adds to the city's.
 *
 * @param id of the forecast
 * @param horizon the days that it covers
 * @param modelVersion the version that made it
 * @param runId the training run of that model; null for the fallback
 * @param means expected rides of the days
 * @param quality how far it can be relied on
 * @param cityIncluded whether it knew the city's total of its origin
 */
record CityPart(
    String id,
    Horizon horizon,
    String modelVersion,
    @Nullable String runId,
    List<Double> means,
    ForecastQuality quality,
    boolean cityIncluded) {

  static CityPart of(Forecast forecast) {
    return new CityPart(
        forecast.getForecastId(),
        new Horizon(forecast.getOriginDate(), forecast.getDays().get(0).getLead()),
        forecast.getModelVersion(),
        forecast.getRunId(),
        forecast.getDays().stream().map(ForecastDay::getMean).toList(),
        forecast.getQuality(),
        forecast.getCityIncluded());
  }

  /** Whether both may be summed. */
  boolean agreesWith(CityPart other) {
    return horizon.equals(other.horizon) && modelVersion.equals(other.modelVersion);
  }
}

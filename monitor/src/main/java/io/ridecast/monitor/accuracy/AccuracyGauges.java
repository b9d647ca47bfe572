package io.ridecast.monitor.accuracy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.records.ForecastAccuracy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The newest accuracy for Prometheus: the city's in full, a community's error only. */
public final class AccuracyGauges {
  private final MeterRegistry meters;
  private final Map<String, ForecastAccuracy> newest = new ConcurrentHashMap<>();

  public AccuracyGauges(MeterRegistry meters) {
    this.meters = meters;
  }

  /**
   * Takes over a record.
   *
   * @param key community and lead, with / between
   */
  public void show(String key, ForecastAccuracy accuracy) {
    if (newest.put(key, accuracy) == null) {
      register(key, accuracy);
    }
  }

  private void register(String key, ForecastAccuracy accuracy) {
    Tags lead = Tags.of("lead", Integer.toString(accuracy.getLead()));
    if (!accuracy.getCommunity().equals(Community.CITY)) {
      gauge(
          "ridecast.community.forecast.wape",
          "WAPE of one community's forecasts over 28 days",
          lead.and("community", accuracy.getCommunity()),
          key,
          ForecastAccuracy::getWape);
      return;
    }
    gauge("ridecast.forecast.wape", "WAPE over 28 days", lead, key, ForecastAccuracy::getWape);
    gauge("ridecast.forecast.bias", "Bias relative to rides", lead, key, ForecastAccuracy::getBias);
    gauge(
        "ridecast.forecast.mase",
        "Error relative to the 7-day seasonal naive",
        lead,
        key,
        ForecastAccuracy::getMase);
    gauge(
        "ridecast.forecast.coverage",
        "Share of actuals from P10 to P90",
        lead,
        key,
        ForecastAccuracy::getCoverage);
    gauge(
        "ridecast.forecast.pairs",
        "Forecasts compared",
        lead,
        key,
        record -> (double) record.getForecasts());
    gauge(
        "ridecast.seasonal.naive.wape",
        "WAPE of the 7-day seasonal naive over the same days",
        lead,
        key,
        ForecastAccuracy::getNaiveWape);
  }

  private void gauge(
      String name,
      String description,
      Tags tags,
      String key,
      Function<ForecastAccuracy, @Nullable Double> measure) {
    Gauge.builder(name, newest, records -> value(records.get(key), measure))
        .description(description)
        .tags(tags)
        .register(meters);
  }

  private static double value(
      @Nullable ForecastAccuracy record, Function<ForecastAccuracy, @Nullable Double> measure) {
    Double value = record == null ? null : measure.apply(record);
    return value == null ? Double.NaN : value;
  }
}

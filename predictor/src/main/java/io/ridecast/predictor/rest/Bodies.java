package io.ridecast.predictor.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.predictor.models.ReadyModel;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.Forecast;
import io.ridecast.records.ForecastDay;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.runtime.time.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes records as JSON: snake_case names, ISO dates and instants, communities as numbers. */
final class Bodies {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Catalogue catalogue;
  private final BusinessClock clock;

  Bodies(Catalogue catalogue, BusinessClock clock) {
    this.catalogue = catalogue;
    this.clock = clock;
  }

  ObjectNode communities() {
    ObjectNode body = JSON.objectNode();
    ArrayNode all = body.putArray("communities");
    for (Community community : catalogue.communities()) {
      all.addObject()
          .put("number", community.number())
          .put("name", community.name())
          .put("latitude", degrees(community.latitude()))
          .put("longitude", degrees(community.longitude()));
    }
    return body;
  }

  /** JSON has no NaN: an unknown coordinate is null. */
  private static @Nullable Double degrees(double coordinate) {
    return Double.isNaN(coordinate) ? null : coordinate;
  }

  ObjectNode forecasts(Collection<Forecast> forecasts, Optional<Forecast> city) {
    ObjectNode body = JSON.objectNode();
    body.set("clock", clock());
    body.set("city", city.map(this::forecast).orElse(null));
    ArrayNode all = body.putArray("forecasts");
    forecasts.forEach(forecast -> all.add(forecast(forecast)));
    return body;
  }

  ObjectNode forecast(Forecast forecast) {
    ObjectNode body = JSON.objectNode().put("forecast_id", forecast.getForecastId());
    putCommunity(body, forecast.getCommunity());
    body.put("name", name(forecast.getCommunity()))
        .put("origin_date", forecast.getOriginDate().toString());
    ArrayNode days = body.putArray("days");
    forecast.getDays().forEach(day -> days.add(day(day)));
    return body.put("model_version", forecast.getModelVersion())
        .put("run_id", forecast.getRunId())
        .put("trigger", forecast.getTrigger().name())
        .put("quality", forecast.getQuality().name())
        .put("city_included", forecast.getCityIncluded())
        .put("generated_at", forecast.getGeneratedAt().toString())
        .put("valid_until", forecast.getValidUntil().toString())
        .put("age_seconds", ageSeconds(forecast));
  }

  ObjectNode forecastDay(Forecast forecast, ForecastDay day) {
    ObjectNode body = JSON.objectNode();
    putCommunity(body, forecast.getCommunity());
    body.put("name", name(forecast.getCommunity()));
    body.setAll(day(day));
    return body.put("model_version", forecast.getModelVersion())
        .put("quality", forecast.getQuality().name());
  }

  ObjectNode history(Community community, Collection<DailyDemand> history) {
    ObjectNode body = JSON.objectNode();
    body.put("community", community.number()).put("name", community.name());
    ArrayNode days = body.putArray("days");
    for (DailyDemand day : history) {
      days.addObject()
          .put("date", day.getDate().toString())
          .put("rides", day.getRides())
          .put("revision", day.getRevision())
          .put("status", day.getStatus().name());
    }
    return body;
  }

  ObjectNode model(Optional<ReadyModel> ready) {
    ObjectNode body = JSON.objectNode();
    if (ready.isEmpty()) {
      body.putNull("champion");
    } else {
      ModelAnnouncement announcement = ready.get().announcement();
      ObjectNode champion =
          body.putObject("champion")
              .put("version", announcement.getVersion())
              .put("run_id", announcement.getRunId())
              .put("sha256", announcement.getSha256())
              .put("announced_at", announcement.getAnnouncedAt().toString())
              .put("sequence", announcement.getSequence());
      ObjectNode metrics = champion.putObject("metrics");
      announcement.getMetrics().forEach(metrics::put);
    }
    return body.putNull("challenger");
  }

  ObjectNode clock() {
    Instant now = clock.now();
    return JSON.objectNode()
        .put("now", now.toString())
        .put("date", catalogue.serviceDay().of(now).toString())
        .put("loading", clock.loading());
  }

  /** Seconds of business time since the forecast was made. */
  private long ageSeconds(Forecast forecast) {
    return Math.max(0, Duration.between(forecast.getGeneratedAt(), clock.now()).toSeconds());
  }

  private static ObjectNode day(ForecastDay day) {
    return JSON.objectNode()
        .put("date", day.getDate().toString())
        .put("lead", day.getLead())
        .put("mean", day.getMean())
        .put("p10", day.getP10())
        .put("p50", day.getP50())
        .put("p90", day.getP90());
  }

  private void putCommunity(ObjectNode body, String key) {
    if (key.equals(Community.CITY)) {
      body.put("community", key);
    } else {
      body.put("community", Integer.parseInt(key));
    }
  }

  private String name(String key) {
    return catalogue.byKey(key).map(Community::name).orElse(key);
  }
}

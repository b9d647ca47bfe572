package io.ridecast.schemas.topics;

import io.ridecast.records.BusinessClock;
import io.ridecast.records.CityDemand;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DailyWeather;
import io.ridecast.records.DemandDrift;
import io.ridecast.records.Forecast;
import io.ridecast.records.ForecastAccuracy;
import io.ridecast.records.ForecastOverride;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.ModelRejection;
import io.ridecast.records.RejectedRide;
import io.ridecast.records.Ride;
import io.ridecast.records.RideLedger;
import io.ridecast.records.RideWatermark;
import io.ridecast.records.TrainingRequest;
import io.ridecast.records.TrainingRun;
import java.util.List;

/** Typed handles of the topics that {@code topics.yaml} lists, in its order. */
public final class Topics {
  public static final Topic<Ride> RIDES = new Topic<>("rides", Ride.class);
  public static final Topic<RideWatermark> RIDE_WATERMARKS =
      new Topic<>("ride-watermarks", RideWatermark.class);
  public static final Topic<RejectedRide> REJECTED_RIDES =
      new Topic<>("rejected-rides", RejectedRide.class);
  public static final Topic<RideLedger> RIDE_LEDGER = new Topic<>("ride-ledger", RideLedger.class);
  public static final Topic<DailyDemand> DAILY_DEMAND =
      new Topic<>("daily-demand", DailyDemand.class);
  public static final Topic<CityDemand> CITY_DEMAND = new Topic<>("city-demand", CityDemand.class);
  public static final Topic<BusinessClock> BUSINESS_CLOCK =
      new Topic<>("business-clock", BusinessClock.class);
  public static final Topic<DailyWeather> WEATHER = new Topic<>("weather", DailyWeather.class);
  public static final Topic<ModelAnnouncement> MODELS =
      new Topic<>("models", ModelAnnouncement.class);
  public static final Topic<Forecast> FORECASTS = new Topic<>("forecasts", Forecast.class);
  public static final Topic<Forecast> FORECAST_LOG = new Topic<>("forecast-log", Forecast.class);
  public static final Topic<Forecast> CHALLENGER_FORECASTS =
      new Topic<>("challenger-forecasts", Forecast.class);
  public static final Topic<ModelRejection> MODEL_REJECTIONS =
      new Topic<>("model-rejections", ModelRejection.class);
  public static final Topic<ForecastOverride> OVERRIDES =
      new Topic<>("overrides", ForecastOverride.class);
  public static final Topic<ForecastAccuracy> FORECAST_ACCURACY =
      new Topic<>("forecast-accuracy", ForecastAccuracy.class);
  public static final Topic<DemandDrift> DEMAND_DRIFT =
      new Topic<>("demand-drift", DemandDrift.class);
  public static final Topic<TrainingRequest> TRAINING_REQUESTS =
      new Topic<>("training-requests", TrainingRequest.class);
  public static final Topic<TrainingRun> TRAINING_RUNS =
      new Topic<>("training-runs", TrainingRun.class);

  private static final List<Topic<?>> ALL =
      List.of(
          RIDES,
          RIDE_WATERMARKS,
          REJECTED_RIDES,
          RIDE_LEDGER,
          DAILY_DEMAND,
          CITY_DEMAND,
          BUSINESS_CLOCK,
          WEATHER,
          MODELS,
          FORECASTS,
          FORECAST_LOG,
          CHALLENGER_FORECASTS,
          MODEL_REJECTIONS,
          OVERRIDES,
          FORECAST_ACCURACY,
          DEMAND_DRIFT,
          TRAINING_REQUESTS,
          TRAINING_RUNS);

  private Topics() {}

  /** Every topic of Avro records. */
  public static List<Topic<?>> all() {
    return ALL;
  }

  /** Name of the topic of the records that a service could not read, as they came. */
  public static String deadLetters(String service) {
    return service + "-dead-letters";
  }
}

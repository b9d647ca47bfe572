package io.ridecast.predictor;

import io.ridecast.forecasting.weather.WeatherMeasures;
import io.ridecast.forecasting.weather.WeatherReport;
import io.ridecast.predictor.follow.FollowedTopic;
import io.ridecast.predictor.forecasts.ForecastProcessorSupplier;
import io.ridecast.predictor.forecasts.ForecastSetting;
import io.ridecast.records.BusinessClock;
import io.ridecast.records.DailyWeather;
import io.ridecast.records.Forecast;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/**
 * Daily demand in, forecasts out. The clock, the city's totals, the weather and the announced
 * models are followed by every instance in full; of these only the models make new forecasts,
 * weather is taken up by the next one that is made anyway.
 */
public final class PredictorTopology implements Supplier<Topology> {
  private final AvroSerdes serdes;
  private final ForecastSetting setting;
  private final Consumer<BusinessClock> clock;
  private final Consumer<ModelAnnouncement> announcements;

  /**
   * A topology that can be built any number of times.
   *
   * @param clock told of the business clock
   * @param announcements told of every announced model; must return at once
   */
  public PredictorTopology(
      AvroSerdes serdes,
      ForecastSetting setting,
      Consumer<BusinessClock> clock,
      Consumer<ModelAnnouncement> announcements) {
    this.serdes = serdes;
    this.setting = setting;
    this.clock = clock;
    this.announcements = announcements;
  }

  @Override
  public Topology get() {
    StreamsBuilder builder = new StreamsBuilder();
    FollowedTopic.add(builder, serdes, Topics.BUSINESS_CLOCK, (key, time) -> clock.accept(time));
    FollowedTopic.add(
        builder, serdes, Topics.CITY_DEMAND, (date, day) -> setting.city().accept(day));
    FollowedTopic.add(
        builder,
        serdes,
        Topics.WEATHER,
        (date, day) -> setting.circumstances().accept(report(day)));
    FollowedTopic.add(
        builder, serdes, Topics.MODELS, (key, announcement) -> announcements.accept(announcement));

    KStream<String, Forecast> forecasts =
        builder.stream(
                Topics.DAILY_DEMAND.name(),
                Consumed.with(serdes.key(), serdes.value(Topics.DAILY_DEMAND))
                    .withName("daily-demand"))
            .process(new ForecastProcessorSupplier(setting, serdes), Named.as("forecast"));
    forecasts.to(
        Topics.FORECAST_LOG.name(),
        Produced.with(serdes.key(), serdes.value(Topics.FORECAST_LOG)).withName("forecast-log"));
    forecasts
        .mapValues(PredictorTopology::withoutFeatures, Named.as("without-features"))
        .to(
            Topics.FORECASTS.name(),
            Produced.with(serdes.key(), serdes.value(Topics.FORECASTS)).withName("forecasts"));
    return builder.build();
  }

  private static WeatherReport report(DailyWeather day) {
    return new WeatherReport(
        day.getDate(),
        day.getIssuedAt(),
        WeatherMeasures.of(
            day.getTmax(), day.getTmin(), day.getPrecipitation(), day.getWind(), day.getSnow()));
  }

  private static Forecast withoutFeatures(Forecast forecast) {
    return Forecast.newBuilder(forecast).setFeatures(null).build();
  }
}

package io.ridecast.predictor;

import io.ridecast.predictor.city.CityForecastSupplier;
import io.ridecast.predictor.follow.FollowedTopic;
import io.ridecast.predictor.forecasts.ForecastProcessorSupplier;
import io.ridecast.predictor.forecasts.ForecastSetting;
import io.ridecast.records.BusinessClock;
import io.ridecast.records.Forecast;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import io.ridecast.weather.WeatherRecords;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * Daily demand in, forecasts out, of the communities and then of the city. The clock, the city's
 * totals, the weather and the announced models are followed by every instance in full; of these
 * only the models make new forecasts, weather is taken up by the next one that is made anyway.
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
        (date, day) -> setting.circumstances().accept(WeatherRecords.report(day)));
    FollowedTopic.add(
        builder, serdes, Topics.MODELS, (key, announcement) -> announcements.accept(announcement));

    KStream<String, Forecast> forecasts =
        builder.stream(
                Topics.DAILY_DEMAND.name(),
                Consumed.with(serdes.key(), serdes.value(Topics.DAILY_DEMAND))
                    .withName("daily-demand"))
            .process(new ForecastProcessorSupplier(setting, serdes), Named.as("forecast"));
    write(forecasts, "");
    write(cityOf(forecasts), "city-");
    return builder.build();
  }

  /** Where all communities' forecasts come together. */
  private KStream<String, Forecast> cityOf(KStream<String, Forecast> forecasts) {
    return forecasts
        .mapValues(PredictorTopology::withoutFeatures, Named.as("city-parts"))
        .repartition(
            Repartitioned.<String, Forecast>as("community-forecasts")
                .withKeySerde(serdes.key())
                .withValueSerde(serdes.value(Topics.FORECASTS))
                .withNumberOfPartitions(1))
        .process(new CityForecastSupplier(setting, serdes), Named.as("city-forecast"));
  }

  private void write(KStream<String, Forecast> forecasts, String prefix) {
    forecasts.to(
        Topics.FORECAST_LOG.name(),
        Produced.with(serdes.key(), serdes.value(Topics.FORECAST_LOG))
            .withName(prefix + "forecast-log"));
    forecasts
        .mapValues(PredictorTopology::withoutFeatures, Named.as(prefix + "without-features"))
        .to(
            Topics.FORECASTS.name(),
            Produced.with(serdes.key(), serdes.value(Topics.FORECASTS))
                .withName(prefix + "forecasts"));
  }

  private static Forecast withoutFeatures(Forecast forecast) {
    return Forecast.newBuilder(forecast).setFeatures(null).build();
  }
}

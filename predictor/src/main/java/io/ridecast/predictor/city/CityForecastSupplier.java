package io.ridecast.predictor.city;

import io.ridecast.predictor.forecasts.ForecastSetting;
import io.ridecast.records.Forecast;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Gives the one task that forecasts the city its processor and its store. */
public final class CityForecastSupplier
    implements ProcessorSupplier<String, Forecast, String, Forecast> {
  private final ForecastSetting setting;
  private final AvroSerdes serdes;

  public CityForecastSupplier(ForecastSetting setting, AvroSerdes serdes) {
    this.setting = setting;
    this.serdes = serdes;
  }

  @Override
  public Processor<String, Forecast, String, Forecast> get() {
    return new CityForecastProcessor(setting);
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(CityForecastProcessor.STORE),
                serdes.key(),
                serdes.value(Topics.FORECASTS))
            .withCachingEnabled());
  }
}

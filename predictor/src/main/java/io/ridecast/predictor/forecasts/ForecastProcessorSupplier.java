package io.ridecast.predictor.forecasts;

import io.ridecast.records.DailyDemand;
import io.ridecast.records.Forecast;
import io.ridecast.schemas.serdes.AvroSerdes;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Gives each task its processor, and brings the stores. */
public final class ForecastProcessorSupplier
    implements ProcessorSupplier<String, DailyDemand, String, Forecast> {
  private final ForecastSetting setting;
  private final AvroSerdes serdes;

  public ForecastProcessorSupplier(ForecastSetting setting, AvroSerdes serdes) {
    this.setting = setting;
    this.serdes = serdes;
  }

  @Override
  public Processor<String, DailyDemand, String, Forecast> get() {
    return new ForecastProcessor(setting);
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return ForecastStores.builders(serdes);
  }
}

package io.ridecast.predictor.city;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.model.FallbackModel;
import io.ridecast.forecasting.model.ForecastModel;
import io.ridecast.predictor.forecasts.ForecastSetting;
import io.ridecast.predictor.models.ReadyModel;
import io.ridecast.records.Forecast;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Communities' forecasts come in; once they agree, the city's goes out. What it is made of names
 * it, so that after a restart none goes out twice.
 */
final class CityForecastProcessor extends ContextualProcessor<String, Forecast, String, Forecast> {
  static final String STORE = "city-forecast-parts";
  private static final Duration ROUND = Duration.ofMillis(50);

  private final ForecastSetting setting;
  private final CityForecastMaker maker;
  private @Nullable CityParts taken;
  private boolean due;

  CityForecastProcessor(ForecastSetting setting) {
    this.setting = setting;
    this.maker = new CityForecastMaker(setting.city());
  }

  @Override
  public void init(ProcessorContext<String, Forecast> context) {
    super.init(context);
    taken = null;
    due = true;
    context.schedule(ROUND, PunctuationType.WALL_CLOCK_TIME, this::round);
  }

  @Override
  public void process(Record<String, Forecast> record) {
    parts().put(record.value());
    store().put(record.key(), record.value());
    due = true;
  }

  private void round(long wallMillis) {
    if (!due) {
      return;
    }
    Optional<CitySum> sum = parts().complete();
    Optional<ForecastModel> model = sum.flatMap(whole -> model(whole.modelVersion()));
    // A model that other instances have already may be on its way here.
    due = sum.isPresent() && model.isEmpty();
    model.ifPresent(serving -> emit(sum.orElseThrow(), serving, wallMillis));
  }

  private void emit(CitySum sum, ForecastModel model, long wallMillis) {
    @Nullable Forecast last = store().get(Community.CITY);
    Forecast forecast = maker.make(sum, model, last, setting.moment());
    if (last == null || !last.getForecastId().equals(forecast.getForecastId())) {
      store().put(Community.CITY, forecast);
      context().forward(new Record<>(Community.CITY, forecast, wallMillis));
      setting.metrics().made(forecast);
    }
  }

  private Optional<ForecastModel> model(String version) {
    if (version.equals(FallbackModel.VERSION)) {
      return Optional.of(new FallbackModel());
    }
    return setting
        .models()
        .ready()
        .filter(ready -> ready.version().equals(version))
        .map(ReadyModel::model);
  }

  /** With what the store holds, once after each (re)start of the task. */
  private CityParts parts() {
    CityParts known = taken;
    if (known == null) {
      known = new CityParts(setting);
      try (KeyValueIterator<String, Forecast> all = store().all()) {
        while (all.hasNext()) {
          KeyValue<String, Forecast> entry = all.next();
          if (!entry.key.equals(Community.CITY)) {
            known.put(entry.value);
          }
        }
      }
      taken = known;
    }
    return known;
  }

  private KeyValueStore<String, Forecast> store() {
    return context().getStateStore(STORE);
  }
}

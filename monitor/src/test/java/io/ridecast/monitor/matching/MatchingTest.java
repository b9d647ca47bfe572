package io.ridecast.monitor.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.monitor.scoring.MonitoredDay;
import io.ridecast.monitor.state.StateSerdes;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.Forecast;
import io.ridecast.records.ForecastDay;
import io.ridecast.records.ForecastQuality;
import io.ridecast.records.ForecastTrigger;
import io.ridecast.runtime.time.ClockMode;
import io.ridecast.runtime.time.FollowedClock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** What lasts from one process to the next: the store; the processor itself starts anew. */
class MatchingTest {
  private static final LocalDate ORIGIN = LocalDate.of(2020, 9, 10);
  private static final Instant TIME = Instant.parse("2020-09-11T07:00:00Z");
  private final KeyValueStore<String, MonitoredDay> store =
      Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore(DayStore.NAME), Serdes.String(), StateSerdes.day())
          .withLoggingDisabled()
          .build();
  private MockProcessorContext<String, Finding> context = new MockProcessorContext<>();

  @Test
  void shouldStateEachAccuracyOnceMoreAfterARestart() {
    Processor<String, Observation, String, Finding> before = start();
    observe(before, forecast());
    observe(before, demand(100));

    start();
    upkeep();
    upkeep();

    assertThat(forwarded()).containsExactly("6/1");
  }

  @Test
  void shouldScoreAfterARestartWhatWasForecastBeforeIt() {
    observe(start(), forecast());

    observe(start(), demand(100));

    assertThat(forwarded()).containsExactly("1/2020-09-11/6", "6/1");
  }

  @Test
  void shouldOnlyKeepDaysWhileNothingWasForecast() {
    observe(start(), demand(100));

    assertThat(forwarded()).isEmpty();
    assertThat(store.get("6/2020-09-11").rides()).isEqualTo(100);
  }

  private Processor<String, Observation, String, Finding> start() {
    context = new MockProcessorContext<>();
    store.init(context.getStateStoreContext(), store);
    context.addStateStore(store);
    Processor<String, Observation, String, Finding> processor =
        Matching.supplier(new FollowedClock(ClockMode.WATERMARK, InstantSource.system())).get();
    processor.init(context);
    return processor;
  }

  private void observe(
      Processor<String, Observation, String, Finding> processor, Observation observation) {
    processor.process(new Record<>("6", observation, 0));
  }

  private void upkeep() {
    context.scheduledPunctuators().forEach(upkeep -> upkeep.getPunctuator().punctuate(1_000));
  }

  private List<String> forwarded() {
    return context.forwarded().stream().<String>map(forward -> forward.record().key()).toList();
  }

  private static Observation demand(int rides) {
    LocalDate date = ORIGIN.plusDays(1);
    return new Observation.Counted(
        new DailyDemand("6", date, rides, 1, DemandStatus.CLOSED, TIME.plusSeconds(86_400)));
  }

  private static Observation forecast() {
    return new Observation.Forecasted(
        Forecast.newBuilder()
            .setForecastId("id")
            .setCommunity("6")
            .setOriginDate(ORIGIN)
            .setDays(List.of(new ForecastDay(ORIGIN.plusDays(1), 1, 110.0, 100.0, 110.0, 120.0)))
            .setModelVersion("3")
            .setTrigger(ForecastTrigger.DATA)
            .setQuality(ForecastQuality.NORMAL)
            .setGeneratedAt(TIME)
            .setValidUntil(TIME)
            .build());
  }
}

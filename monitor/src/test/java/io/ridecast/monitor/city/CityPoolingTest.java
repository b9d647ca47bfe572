package io.ridecast.monitor.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ridecast.monitor.scoring.Accuracy;
import io.ridecast.monitor.scoring.Pair;
import io.ridecast.monitor.scoring.PastForecast;
import io.ridecast.monitor.state.StateSerdes;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CityPoolingTest {
  private static final LocalDate DATE = LocalDate.of(2020, 9, 11);
  private final KeyValueStore<String, Pair> store =
      Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore(PairStore.NAME), Serdes.String(), StateSerdes.pair())
          .withLoggingDisabled()
          .build();
  private MockProcessorContext<String, Accuracy> context = new MockProcessorContext<>();

  @Test
  void shouldSayOneFigureForABurst() {
    Processor<String, Pair, String, Accuracy> pooling = start();
    for (String community : List.of("6", "7", "8")) {
      put(pooling, pair(community, DATE, 2));
    }

    pool();
    pool();

    assertThat(forwarded()).singleElement().extracting(Accuracy::pairs).isEqualTo(3);
  }

  @Test
  void shouldMakeUpAfterARestartForWhatACrashLeftUnsaid() {
    put(start(), pair("6", DATE, 2));

    start();
    pool();

    assertThat(forwarded()).singleElement().extracting(Accuracy::lead).isEqualTo(2);
  }

  @Test
  void shouldSayNothingWhereNothingHasChanged() {
    Processor<String, Pair, String, Accuracy> pooling = start();
    put(pooling, pair("6", DATE, 1));
    pool();
    put(pooling, pair("6", DATE, 1));
    pool();

    assertThat(forwarded()).hasSize(1);
  }

  @Test
  void shouldKeepTheWindowsOfLeadsApartAndOfCommunitiesTogether() {
    Processor<String, Pair, String, Accuracy> pooling = start();
    put(pooling, pair("6", DATE, 1));
    put(pooling, pair("60", DATE.minusDays(27), 1));
    put(pooling, pair("60", DATE.minusDays(28), 1));
    put(pooling, pair("60", DATE.plusDays(3), 10));
    pool();

    assertThat(forwarded())
        .extracting(Accuracy::lead, Accuracy::pairs)
        .containsExactly(tuple(1, 2), tuple(10, 1));
  }

  @Test
  void shouldForgetAPairThatHasGone() {
    Processor<String, Pair, String, Accuracy> pooling = start();
    put(pooling, pair("6", DATE, 1));
    put(pooling, pair("7", DATE, 1));
    put(pooling, "1/" + DATE + "/7", null);
    pool();

    assertThat(forwarded()).singleElement().extracting(Accuracy::pairs).isEqualTo(1);
  }

  private Processor<String, Pair, String, Accuracy> start() {
    context = new MockProcessorContext<>();
    store.init(context.getStateStoreContext(), store);
    context.addStateStore(store);
    Processor<String, Pair, String, Accuracy> processor =
        CityPooling.supplier(new FollowedClock(ClockMode.WATERMARK, InstantSource.system())).get();
    processor.init(context);
    return processor;
  }

  private static void put(Processor<String, Pair, String, Accuracy> pooling, Pair pair) {
    put(pooling, pair.key(), pair);
  }

  private static void put(
      Processor<String, Pair, String, Accuracy> pooling, String key, @Nullable Pair pair) {
    pooling.process(new Record<>(key, pair, 0));
  }

  private void pool() {
    context.scheduledPunctuators().forEach(pooling -> pooling.getPunctuator().punctuate(1_000));
  }

  private List<Accuracy> forwarded() {
    return context.forwarded().stream().<Accuracy>map(forward -> forward.record().value()).toList();
  }

  private static Pair pair(String community, LocalDate date, int lead) {
    PastForecast forecast =
        new PastForecast(10, 5, 10, 15, "3", Instant.parse("2020-09-10T07:00:00Z"));
    return new Pair(community, date, lead, 8, 9, forecast);
  }
}

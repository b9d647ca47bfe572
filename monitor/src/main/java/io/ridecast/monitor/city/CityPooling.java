package io.ridecast.monitor.city;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.monitor.scoring.Accuracy;
import io.ridecast.monitor.scoring.Pair;
import io.ridecast.monitor.state.Expiry;
import io.ridecast.runtime.time.BusinessClock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Pairs of all communities in; the city's accuracy by lead out, a moment after the last of a burst:
 * a day's close brings a pair of every community, and one figure is enough. What a crash between
 * the two would leave out is made up for after the restart.
 */
@SuppressWarnings("NullAway.Init") // Streams calls init before anything else.
public final class CityPooling implements Processor<String, Pair, String, Accuracy> {
  private static final Duration EVERY = Duration.ofMillis(500);

  private final Expiry expiry;
  private final Set<Integer> changed = new TreeSet<>();
  private final Map<Integer, Accuracy> said = new TreeMap<>();
  private ProcessorContext<String, Accuracy> context;
  private PairStore pairs;

  private CityPooling(BusinessClock clock) {
    this.expiry = new Expiry(clock);
  }

  /** Makes the processor together with its store. */
  public static ProcessorSupplier<String, Pair, String, Accuracy> supplier(BusinessClock clock) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, Pair, String, Accuracy> get() {
        return new CityPooling(clock);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(PairStore.builder());
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, Accuracy> processorContext) {
    context = processorContext;
    pairs = new PairStore(context.getStateStore(PairStore.NAME));
    changed.addAll(pairs.leads());
    context.schedule(EVERY, PunctuationType.WALL_CLOCK_TIME, this::pool);
  }

  /** A pair without a value has gone: its day is missing now. */
  @Override
  public void process(Record<String, Pair> found) {
    pairs.put(found.key(), found.value());
    changed.add(Pair.lead(found.key()));
  }

  private void pool(long wallMillis) {
    pairs.expire(expiry);
    changed.forEach(lead -> pairs.accuracy(lead).ifPresent(accuracy -> say(accuracy, wallMillis)));
    changed.clear();
  }

  private void say(Accuracy accuracy, long wallMillis) {
    if (!accuracy.equals(said.put(accuracy.lead(), accuracy))) {
      context.forward(new Record<>(Community.CITY + "/" + accuracy.lead(), accuracy, wallMillis));
    }
  }
}

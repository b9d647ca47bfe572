package io.ridecast.monitor.matching;

import io.ridecast.monitor.scoring.CommunityScores;
import io.ridecast.monitor.scoring.MonitoredDay;
import io.ridecast.monitor.state.Expiry;
import io.ridecast.runtime.time.BusinessClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Observations of a community in, keyed by it; what they change in its scores out. After a restart
 * each community's accuracy is stated once more, for the gauges of this process.
 */
@SuppressWarnings("NullAway.Init") // Streams calls init before anything else.
public final class Matching implements Processor<String, Observation, String, Finding> {
  private static final Duration UPKEEP_EVERY = Duration.ofSeconds(1);

  private final Expiry expiry;
  private final Set<String> toRestate = new HashSet<>();
  private ProcessorContext<String, Finding> context;
  private DayStore days;

  /** Communities with forecasts; while history loads there are none, and a day is only kept. */
  private Set<String> forecasted;

  private Matching(BusinessClock clock) {
    this.expiry = new Expiry(clock);
  }

  /** Makes the processor together with its store. */
  public static ProcessorSupplier<String, Observation, String, Finding> supplier(
      BusinessClock clock) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, Observation, String, Finding> get() {
        return new Matching(clock);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(DayStore.builder());
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, Finding> processorContext) {
    context = processorContext;
    days = new DayStore(context.getStateStore(DayStore.NAME));
    forecasted = days.forecasted();
    toRestate.addAll(forecasted);
    context.schedule(UPKEEP_EVERY, PunctuationType.WALL_CLOCK_TIME, this::keepUp);
  }

  @Override
  public void process(Record<String, Observation> observed) {
    Observation observation = observed.value();
    String community = observation.community();
    if (observation.isForecast()) {
      forecasted.add(community);
    }
    if (forecasted.contains(community)) {
      rescore(community, observation.changes(), observed.timestamp());
    } else {
      observation
          .changes()
          .forEach((date, change) -> days.put(community, change.apply(days.get(community, date))));
    }
  }

  private void rescore(
      String community, Map<LocalDate, UnaryOperator<MonitoredDay>> changes, long timestamp) {
    NavigableMap<LocalDate, MonitoredDay> before = days.days(community);
    NavigableMap<LocalDate, MonitoredDay> after = new TreeMap<>(before);
    changes.forEach(
        (date, change) -> {
          MonitoredDay day = before.getOrDefault(date, MonitoredDay.unknown(date));
          MonitoredDay changed = change.apply(day);
          if (!changed.equals(day)) {
            after.put(date, changed);
            days.put(community, changed);
          }
        });
    forward(
        community,
        CommunityScores.of(community, before),
        CommunityScores.of(community, after),
        timestamp);
  }

  private void forward(
      String community, CommunityScores before, CommunityScores after, long timestamp) {
    ScoreChanges.between(community, before, after)
        .forEach((key, finding) -> context.forward(new Record<>(key, finding, timestamp)));
  }

  private void keepUp(long wallMillis) {
    days.expire(expiry);
    toRestate.forEach(
        community ->
            CommunityScores.of(community, days.days(community))
                .accuracies()
                .forEach(
                    (lead, accuracy) ->
                        context.forward(
                            new Record<>(
                                community + "/" + lead,
                                new Finding.OfCommunity(accuracy),
                                wallMillis))));
    toRestate.clear();
  }
}

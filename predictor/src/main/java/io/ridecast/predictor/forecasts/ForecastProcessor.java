package io.ridecast.predictor.forecasts;

import io.ridecast.predictor.forecasts.ForecastMaker.Made;
import io.ridecast.predictor.horizon.BusinessMoment;
import io.ridecast.predictor.horizon.CurrentForecast;
import io.ridecast.predictor.horizon.ForecastRule;
import io.ridecast.predictor.horizon.Need;
import io.ridecast.predictor.horizon.Outlook;
import io.ridecast.predictor.horizon.Standing;
import io.ridecast.predictor.state.CommunityState;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.Forecast;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/**
 * Daily demand comes in and changes a community's state; every {@value #ROUND_MILLIS} ms all
 * communities of the task that need a forecast get it, in one call of the model. Demand, state,
 * forecasts and the served model are one transaction.
 */
final class ForecastProcessor extends ContextualProcessor<String, DailyDemand, String, Forecast> {
  static final int ROUND_MILLIS = 50;

  /** So that a round of a large city leaves room for others and for the transaction. */
  private static final int MOST_IN_A_ROUND = 1_000;

  /** For what is on its way from the aggregator: the city's total, another close, the clock. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final ForecastSetting setting;
  private final ForecastMaker maker;
  private final ModelChoice choice;
  private final Patience patience = new Patience(LONGEST_WAIT);
  private final Map<String, Standing> standings = new TreeMap<>();
  private @Nullable ForecastStores openStores;
  private boolean begun;

  ForecastProcessor(ForecastSetting setting) {
    this.setting = setting;
    this.maker = new ForecastMaker(setting.city(), setting.circumstances());
    this.choice = new ModelChoice(setting.models());
  }

  @Override
  public void init(ProcessorContext<String, Forecast> context) {
    super.init(context);
    openStores = new ForecastStores(context);
    begun = false;
    context.schedule(Duration.ofMillis(ROUND_MILLIS), PunctuationType.WALL_CLOCK_TIME, this::round);
  }

  @Override
  public void process(Record<String, DailyDemand> record) {
    begin();
    context().recordMetadata().map(RecordMetadata::offset).ifPresent(stores()::demandPosition);
    @Nullable DailyDemand day = record.value();
    if (day == null) {
      setting.metrics().ignored("tombstone");
    } else if (setting.catalogue().byKey(day.getCommunity()).isEmpty()) {
      setting.metrics().ignored("unknown-community");
    } else if (day.getStatus() != DemandStatus.OPEN) {
      take(day);
    }
  }

  /** Takes up what the stores hold, once after each (re)start of the task, with its first work. */
  private void begin() {
    if (begun) {
      return;
    }
    begun = true;
    standings.clear();
    patience.forgetAll();
    try (KeyValueIterator<String, CommunityState> all = stores().allCommunities()) {
      while (all.hasNext()) {
        KeyValue<String, CommunityState> entry = all.next();
        if (setting.catalogue().byKey(entry.key).isPresent()) {
          standings.put(entry.key, entry.value.standing());
        }
      }
    }
    choice.begin(stores().servedModel());
  }

  private void take(DailyDemand day) {
    String key = day.getCommunity();
    CommunityState before = stores().community(key);
    CommunityState after = before.after(day);
    keep(key, after);
    if (!after.history().newest().equals(before.history().newest())) {
      patience.forget(key);
    }
  }

  private void round(long wallMillis) {
    begin();
    choice.choose(wallMillis).ifPresent(chosen -> round(chosen, wallMillis));
  }

  private void round(ModelChoice.Choice chosen, long wallMillis) {
    BusinessMoment moment = setting.moment();
    Outlook outlook =
        new Outlook(
            moment,
            setting.clock().loading(),
            isCaughtUp(),
            chosen.versionForAll(),
            setting.city()::knows);
    List<Order> orders = orders(outlook, wallMillis);
    try {
      for (Made made : maker.make(orders, chosen.serving(), moment)) {
        emit(made, moment, wallMillis);
      }
    } catch (ImplausibleForecast implausible) {
      setting
          .models()
          .withdraw(chosen.ready().orElseThrow(() -> implausible), message(implausible));
      return;
    }
    if (orders.size() < MOST_IN_A_ROUND) {
      choice
          .newlyServed(chosen)
          .ifPresent(
              announcement -> {
                stores().serve(announcement);
                choice.served(announcement);
              });
    }
  }

  private List<Order> orders(Outlook outlook, long wallMillis) {
    List<Order> orders = new ArrayList<>();
    for (Map.Entry<String, Standing> entry : standings.entrySet()) {
      if (orders.size() == MOST_IN_A_ROUND) {
        break;
      }
      order(entry.getKey(), need(entry.getKey(), entry.getValue(), outlook, wallMillis))
          .ifPresent(orders::add);
    }
    return orders;
  }

  private Need need(String key, Standing standing, Outlook outlook, long wallMillis) {
    Need need = ForecastRule.decide(standing, outlook, true);
    if (!(need instanceof Need.Patience)) {
      patience.forget(key);
      return need;
    }
    return patience.lasts(key, wallMillis) ? need : ForecastRule.decide(standing, outlook, false);
  }

  private Optional<Order> order(String key, Need need) {
    if (!(need instanceof Need.NewForecast forecast)) {
      return Optional.empty();
    }
    return setting
        .catalogue()
        .byKey(key)
        .filter(community -> setting.isServed(community, forecast.horizon()))
        .map(
            community ->
                new Order(
                    community, stores().community(key), forecast.trigger(), forecast.horizon()));
  }

  private void emit(Made made, BusinessMoment moment, long wallMillis) {
    Order order = made.order();
    Forecast forecast = made.forecast();
    context().forward(new Record<>(forecast.getCommunity(), forecast, wallMillis));
    CurrentForecast current =
        new CurrentForecast(
            order.horizon(), forecast.getModelVersion(), moment.overdue(order.horizon().origin()));
    keep(forecast.getCommunity(), order.state().after(current, order.trigger()));
    setting.metrics().made(forecast);
  }

  private void keep(String key, CommunityState state) {
    stores().put(key, state);
    standings.put(key, state.standing());
  }

  private boolean isCaughtUp() {
    return stores().demandPosition() >= setting.loaded().last(context().taskId().partition());
  }

  private ForecastStores stores() {
    ForecastStores opened = openStores;
    if (opened == null) {
      throw new IllegalStateException("Not initialised");
    }
    return opened;
  }

  private static String message(RuntimeException failure) {
    return String.valueOf(failure.getMessage());
  }
}

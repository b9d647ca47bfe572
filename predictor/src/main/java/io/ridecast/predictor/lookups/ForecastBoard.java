package io.ridecast.predictor.lookups;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.records.Forecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The newest forecast of every community. One thread writes, any number read. */
public final class ForecastBoard {
  private final Map<String, Forecast> newest = new ConcurrentHashMap<>();
  private final List<Consumer<Forecast>> listeners = new CopyOnWriteArrayList<>();
  private final AtomicLong version = new AtomicLong();

  /** Puts a forecast in the place of the community's last one. */
  public void accept(Forecast forecast) {
    newest.put(forecast.getCommunity(), forecast);
    version.incrementAndGet();
    listeners.forEach(listener -> listener.accept(forecast));
  }

  /** Has a listener told of every forecast from now on; it must return at once. */
  public void listen(Consumer<Forecast> listener) {
    listeners.add(listener);
  }

  /** The forecast of a community, or of {@link Community#CITY}. */
  public Optional<Forecast> of(String community) {
    return Optional.ofNullable(newest.get(community));
  }

  /** The forecasts of all communities, without the city's. */
  public List<Forecast> communities() {
    List<Forecast> all = new ArrayList<>(newest.values());
    all.removeIf(forecast -> forecast.getCommunity().equals(Community.CITY));
    return all;
  }

  /** Rises with every change. */
  public long version() {
    return version.get();
  }
}

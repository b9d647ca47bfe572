package io.ridecast.monitor.matching;

import io.ridecast.monitor.scoring.MonitoredDay;
import io.ridecast.monitor.scoring.PastForecast;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.Forecast;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Something that changes what is known of a community's days. */
public sealed interface Observation {

  /** Number of the community area, or CITY. */
  String community();

  /** How each day changes. */
  Map<LocalDate, UnaryOperator<MonitoredDay>> changes();

  /** Whether it is a forecast: without one there is nothing to score. */
  boolean isForecast();

  /** A forecast was made. */
  record Forecasted(Forecast forecast) implements Observation {
    @Override
    public String community() {
      return forecast.getCommunity();
    }

    @Override
    public Map<LocalDate, UnaryOperator<MonitoredDay>> changes() {
      Map<LocalDate, UnaryOperator<MonitoredDay>> changes = new TreeMap<>();
      forecast
          .getDays()
          .forEach(
              day -> {
                PastForecast past =
                    new PastForecast(
                        day.getMean(),
                        day.getP10(),
                        day.getP50(),
                        day.getP90(),
                        forecast.getModelVersion(),
                        forecast.getGeneratedAt());
                changes.put(day.getDate(), before -> before.with(day.getLead(), past));
              });
      return changes;
    }

    @Override
    public boolean isForecast() {
      return true;
    }
  }

  /** A day of demand was counted; one that is still open tells nothing yet. */
  record Counted(DailyDemand demand) implements Observation {
    @Override
    public String community() {
      return demand.getCommunity();
    }

    @Override
    public Map<LocalDate, UnaryOperator<MonitoredDay>> changes() {
      if (demand.getStatus() == DemandStatus.CLOSED) {
        return Map.of(
            demand.getDate(), before -> before.closed(demand.getRides(), demand.getEmittedAt()));
      }
      if (demand.getStatus() == DemandStatus.OUT_OF_SERVICE) {
        return Map.of(demand.getDate(), before -> before.outOfService(demand.getEmittedAt()));
      }
      return Map.of();
    }

    @Override
    public boolean isForecast() {
      return false;
    }
  }
}

package io.ridecast.forecasting.backtest;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Demand of Chicago's communities as a service calendar leaves it. */
final class InService {
  private InService() {}

  /** {@code demand} without the days that are out of service. */
  static DemandPanel panel(Map<String, DemandSeries> demand, ServiceCalendar calendar) {
    Map<String, DemandSeries> served = new TreeMap<>();
    demand.forEach((key, series) -> served.put(key, served(key, series, calendar)));
    return DemandPanel.of(Catalogue.chicago(), served);
  }

  private static DemandSeries served(String key, DemandSeries series, ServiceCalendar calendar) {
    Community community = Catalogue.chicago().byKey(key).orElseThrow();
    DemandSeries left = series;
    for (int day = 0; day < series.length(); day++) {
      LocalDate date = series.first().plusDays(day);
      if (!calendar.inService(community, date)) {
        left = left.with(date, Float.NaN);
      }
    }
    return left;
  }
}

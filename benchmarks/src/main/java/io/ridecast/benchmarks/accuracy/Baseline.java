package io.ridecast.benchmarks.accuracy;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.measures.SameWeekdayMean;
import io.ridecast.forecasting.measures.SeasonalNaive;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The simplest ways to forecast. */
enum Baseline {
  SEASONAL_NAIVE("7-day seasonal naive"),
  FOUR_WEEKS("4-week mean");

  private final String label;

  Baseline(String label) {
    this.label = label;
  }

  /** Its name for people. */
  String label() {
    return label;
  }

  /** Its forecasts of the cells; what it cannot forecast, as before any known day, is zero. */
  Entrant of(SharedCells cells, DemandPanel panel) {
    Map<Cell, Forecast> forecasts = new HashMap<>();
    for (Cell cell : cells.cells()) {
      DemandSeries known = series(panel, cell).until(cell.origin());
      double rides = forecast(known, cell.origin(), cell.lead());
      forecasts.put(cell, Forecast.point(cells.actual(cell), Double.isNaN(rides) ? 0 : rides));
    }
    return new Entrant(label, false, OptionalInt.empty(), forecasts);
  }

  private double forecast(DemandSeries known, LocalDate origin, int lead) {
    return this == SEASONAL_NAIVE
        ? SeasonalNaive.forecast(known, origin, lead)
        : SameWeekdayMean.forecast(known, origin, lead);
  }

  private static DemandSeries series(DemandPanel panel, Cell cell) {
    return cell.community().equals(Community.CITY)
        ? panel.city()
        : panel
            .catalogue()
            .byKey(cell.community())
            .flatMap(panel::demand)
            .orElseThrow(
                () -> new ComparisonRefused("the counts lack community " + cell.community()));
  }
}

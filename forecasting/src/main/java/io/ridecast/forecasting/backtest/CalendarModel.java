package io.ridecast.forecasting.backtest;

import io.ridecast.forecasting.boosting.BoostingParameters;
import io.ridecast.forecasting.boosting.FeatureMatrix;
import io.ridecast.forecasting.boosting.PlainTrees;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.holidays.HolidayCalendar;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import java.time.LocalDate;

/** The model of most tutorials: boosted trees that know the community and the calendar, no more. */
final class CalendarModel {
  private static final int COLUMNS = 6;
  private static final long SEED = 7;
  private static final BoostingParameters PARAMETERS =
      new BoostingParameters(150, 0.1, 6, 20, 1, 1, 1, 64);

  private final PlainTrees trees;

  private CalendarModel(PlainTrees trees) {
    this.trees = trees;
  }

  /** Fits on all days of {@code panel}. */
  static CalendarModel fit(DemandPanel panel) {
    FeatureMatrix rows = new FeatureMatrix(COLUMNS, panel.size() * panel.city().length());
    for (Community community : panel.catalogue().communities()) {
      panel.demand(community).ifPresent(demand -> add(community, demand, rows));
    }
    return new CalendarModel(PlainTrees.fit(rows, PARAMETERS, SEED));
  }

  /** The forecast of {@code community} for {@code date}. */
  double forecast(Community community, LocalDate date) {
    float[] row = new float[COLUMNS];
    fill(community, date, row, 0);
    return trees.predict(row, 1)[0];
  }

  private static void add(Community community, DemandSeries demand, FeatureMatrix rows) {
    for (int day = 0; day < demand.length(); day++) {
      LocalDate date = demand.first().plusDays(day);
      float rides = demand.at(date);
      if (!Float.isNaN(rides)) {
        fill(community, date, rows.values(), rows.nextOffset());
        rows.endRow(1, rides);
      }
    }
  }

  private static void fill(Community community, LocalDate date, float[] row, int offset) {
    row[offset] = community.number();
    row[offset + 1] = date.getDayOfWeek().getValue();
    row[offset + 2] = date.getMonthValue();
    row[offset + 3] = date.getDayOfMonth();
    row[offset + 4] = date.getDayOfYear();
    row[offset + 5] = HolidayCalendar.unitedStates().code(date).code();
  }
}

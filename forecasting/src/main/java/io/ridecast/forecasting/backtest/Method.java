package io.ridecast.forecasting.backtest;

/** The ways of forecasting that a backtest compares. */
public enum Method {
  /** The model. */
  RIDECAST("Ridecast"),
  /** Last week's same weekday. */
  SEASONAL_NAIVE("7-day seasonal naive"),
  /** The mean of the last 4 same weekdays. */
  FOUR_WEEKS("4-week mean"),
  /** Trees that know the calendar only. */
  CALENDAR_TREES("calendar trees");

  private final String label;

  Method(String label) {
    this.label = label;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  void score(BacktestForecast forecast, Scores scores) {
    double naive = forecast.baselines().seasonalNaive();
    if (this == RIDECAST) {
      scores.add(
          forecast.mean(),
          forecast.p10(),
          forecast.p50(),
          forecast.p90(),
          naive,
          forecast.actual());
    } else {
      double point = point(forecast.baselines());
      scores.add(point, point, point, point, naive, forecast.actual());
    }
  }

  private double point(Baselines baselines) {
    return switch (this) {
      case FOUR_WEEKS -> baselines.fourWeeks();
      case CALENDAR_TREES -> baselines.calendarTrees();
      default -> baselines.seasonalNaive();
    };
  }
}

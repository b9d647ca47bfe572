package io.ridecast.forecasting.backtest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All methods side by side, over the same forecasts: those whose actual is known and which every
 * baseline can make.
 */
public final class Scoreboard {
  private final Map<Method, Scores> all = empty();
  private final List<Map<Method, Scores>> leads;

  private Scoreboard() {
    leads = Stream.generate(Scoreboard::empty).limit(BacktestPlan.LEADS).toList();
  }

  /** Compares over {@code forecasts}. */
  public static Scoreboard of(List<BacktestForecast> forecasts) {
    Scoreboard board = new Scoreboard();
    for (BacktestForecast forecast : forecasts) {
      if (comparable(forecast)) {
        for (Method method : Method.values()) {
          method.score(forecast, scores(board.all, method));
          method.score(forecast, scores(board.leads.get(forecast.lead() - 1), method));
        }
      }
    }
    return board;
  }

  /** Whether a forecast can be compared with what came and with every baseline. */
  static boolean comparable(BacktestForecast forecast) {
    return !Double.isNaN(forecast.actual())
        && !Double.isNaN(forecast.baselines().seasonalNaive())
        && !Double.isNaN(forecast.baselines().fourWeeks());
  }

  /** Over all leads. */
  public Score overall(Method method) {
    return scores(all, method).score();
  }

  /** Of one lead. */
  public Score lead(int lead, Method method) {
    return scores(leads.get(lead - 1), method).score();
  }

  private static Scores scores(Map<Method, Scores> of, Method method) {
    return of.computeIfAbsent(method, unused -> new Scores());
  }

  private static Map<Method, Scores> empty() {
    return new EnumMap<>(Method.class);
  }
}

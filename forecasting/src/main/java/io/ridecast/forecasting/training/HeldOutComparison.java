package io.ridecast.forecasting.training;

import io.ridecast.forecasting.measures.PairedBootstrap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compares medians on the same held-out days, leads 1 to 3, in blocks of a week of origins: ratios
 * of WAPEs with their intervals.
 */
public final class HeldOutComparison {
  private static final int DAYS_OF_A_BLOCK = 7;

  private final TreeMap<Long, double[]> weeks = new TreeMap<>();

  private HeldOutComparison() {}

  private record Cell(String community, LocalDate target, int lead) {}

  /** One model's error in units of another's; empty where they share no day. */
  public static Optional<PairedBootstrap.Ratio> between(
      HeldOutForecasts forecasts, HeldOutForecasts others) {
    Map<Cell, HeldOutForecast> cells = new HashMap<>();
    others.all().forEach(other -> cells.put(cell(other), other));
    HeldOutComparison comparison = new HeldOutComparison();
    for (HeldOutForecast forecast : forecasts.all()) {
      HeldOutForecast other = cells.get(cell(forecast));
      if (other != null) {
        comparison.add(forecast, other.raw().median());
      }
    }
    return comparison.ratio();
  }

  /** A model's error in units of the 7-day seasonal naive's; empty where there is none. */
  public static Optional<PairedBootstrap.Ratio> withNaive(HeldOutForecasts forecasts) {
    HeldOutComparison comparison = new HeldOutComparison();
    for (HeldOutForecast forecast : forecasts.all()) {
      if (!Double.isNaN(forecast.naive())) {
        comparison.add(forecast, forecast.naive());
      }
    }
    return comparison.ratio();
  }

  private void add(HeldOutForecast forecast, double other) {
    if (forecast.lead() <= HeldOutForecasts.REPORTED_LEADS) {
      long week = Math.floorDiv(forecast.origin().toEpochDay(), DAYS_OF_A_BLOCK);
      double[] errors = weeks.computeIfAbsent(week, unused -> new double[2]);
      errors[0] += Math.abs(forecast.raw().median() - forecast.actual());
      errors[1] += Math.abs(other - forecast.actual());
    }
  }

  private Optional<PairedBootstrap.Ratio> ratio() {
    List<PairedBootstrap.Block> blocks = new ArrayList<>();
    weeks.values().forEach(errors -> blocks.add(new PairedBootstrap.Block(errors[0], errors[1])));
    return blocks.isEmpty() ? Optional.empty() : Optional.of(PairedBootstrap.ratio(blocks));
  }

  private static Cell cell(HeldOutForecast forecast) {
    return new Cell(forecast.community(), forecast.target(), forecast.lead());
  }
}

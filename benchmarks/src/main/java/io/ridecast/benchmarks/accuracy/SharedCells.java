package io.ridecast.benchmarks.accuracy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cells that are compared: Ridecast's, of the days under test, with an actual. */
final class SharedCells {
  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::origin)
          .thenComparing(Cell::community)
          .thenComparingInt(Cell::lead);

  private final LocalDate from;
  private final LocalDate to;
  private final Map<Cell, Double> actuals;

  /**
   * Cells of {@code forecasts} whose day lies within {@code from} to {@code to}.
   *
   * @throws ComparisonRefused without any
   */
  SharedCells(Map<Cell, Forecast> forecasts, LocalDate from, LocalDate to) {
    this.from = from;
    this.to = to;
    this.actuals = tested(forecasts);
    if (actuals.isEmpty()) {
      throw new ComparisonRefused("no day from %s to %s was forecast".formatted(from, to));
    }
  }

  /** The cells, by origin, community and lead. */
  List<Cell> cells() {
    return actuals.keySet().stream().sorted(ORDER).toList();
  }

  /** What came. */
  double actual(Cell cell) {
    return actuals.getOrDefault(cell, Double.NaN);
  }

  /**
   * Lets forecasts through that are of these very cells and know the same actuals.
   *
   * @throws ComparisonRefused naming who, and the first cell that differs
   */
  void admit(String name, Map<Cell, Forecast> forecasts) {
    Map<Cell, Double> others = tested(forecasts);
    for (Cell cell : cells()) {
      Double other = others.remove(cell);
      if (other == null) {
        throw new ComparisonRefused(name + " lacks a forecast that Ridecast has: " + cell);
      }
      if (other != actual(cell)) {
        throw new ComparisonRefused(
            "%s and Ridecast know different actuals, %s and %s: %s"
                .formatted(name, other, actual(cell), cell));
      }
    }
    others.keySet().stream()
        .min(ORDER)
        .ifPresent(
            cell -> {
              throw new ComparisonRefused(name + " has a forecast that Ridecast lacks: " + cell);
            });
  }

  private Map<Cell, Double> tested(Map<Cell, Forecast> forecasts) {
    Map<Cell, Double> tested = new HashMap<>();
    forecasts.forEach(
        (cell, forecast) -> {
          boolean within = !cell.date().isBefore(from) && !cell.date().isAfter(to);
          if (within && !Double.isNaN(forecast.actual())) {
            tested.put(cell, forecast.actual());
          }
        });
    return tested;
  }
}

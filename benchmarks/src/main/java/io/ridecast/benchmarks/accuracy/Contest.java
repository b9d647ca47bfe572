package io.ridecast.benchmarks.accuracy;

import io.ridecast.forecasting.backtest.Scores;
import io.ridecast.forecasting.measures.PairedBootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Compares entrants over the same cells. */
final class Contest {
  private static final String ETS = "AutoETS";
  private static final int DAYS_OF_A_BLOCK = 7;

  private final SharedCells cells;
  private final List<Entrant> entrants;
  private final Entrant naive;

  /**
   * @param entrants Ridecast first
   * @param naive one of the entrants, the seasonal naive
   */
  Contest(SharedCells cells, List<Entrant> entrants, Entrant naive) {
    this.cells = cells;
    this.entrants = List.copyOf(entrants);
    this.naive = naive;
    entrants.forEach(entrant -> cells.admit(entrant.name(), entrant.forecasts()));
  }

  /** All leads together, then each, in the entrants' order. */
  List<Standing> standings() {
    int leads = cells.cells().stream().mapToInt(Cell::lead).max().orElseThrow();
    List<Standing> standings = new ArrayList<>();
    for (int lead = 0; lead <= leads; lead++) {
      List<Cell> compared = ofLead(lead);
      for (Entrant entrant : entrants) {
        standings.add(standing(entrant, lead, compared));
      }
    }
    return standings;
  }

  private List<Cell> ofLead(int lead) {
    return cells.cells().stream().filter(cell -> lead == 0 || cell.lead() == lead).toList();
  }

  private Standing standing(Entrant entrant, int lead, List<Cell> compared) {
    Scores scores = new Scores();
    for (Cell cell : compared) {
      Forecast forecast = entrant.of(cell);
      scores.add(
          forecast.mean(),
          forecast.p10(),
          forecast.p50(),
          forecast.p90(),
          naive.of(cell).p50(),
          cells.actual(cell));
    }
    Optional<Entrant> ets = entrants.stream().filter(one -> one.name().equals(ETS)).findFirst();
    return new Standing(
        entrant,
        lead,
        scores.score(),
        ratio(entrant, entrants.get(0), compared),
        ratio(entrant, naive, compared),
        ets.map(one -> ratio(entrant, one, compared)));
  }

  /** Blocks are weeks of origins, as in the gate. */
  private PairedBootstrap.Ratio ratio(Entrant entrant, Entrant other, List<Cell> compared) {
    TreeMap<Long, double[]> weeks = new TreeMap<>();
    for (Cell cell : compared) {
      long week = Math.floorDiv(cell.origin().toEpochDay(), DAYS_OF_A_BLOCK);
      double[] errors = weeks.computeIfAbsent(week, unused -> new double[2]);
      errors[0] += Math.abs(entrant.of(cell).p50() - cells.actual(cell));
      errors[1] += Math.abs(other.of(cell).p50() - cells.actual(cell));
    }
    return PairedBootstrap.ratio(
        weeks.values().stream()
            .map(errors -> new PairedBootstrap.Block(errors[0], errors[1]))
            .toList());
  }
}

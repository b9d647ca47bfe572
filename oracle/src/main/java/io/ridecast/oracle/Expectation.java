package io.ridecast.oracle;

import java.util.Map;

/**
 * What has to come out.
 *
 * @param cells by {@code <community>/<date>}: every day that has to be on daily-demand in the end,
 *     zeros included; open days only where somebody rode
 * @param byPartition what became of the rides of each partition that had any
 */
public record Expectation(Map<String, Cell> cells, Map<Integer, Books> byPartition) {
  public Expectation {
    cells = Map.copyOf(cells);
    byPartition = Map.copyOf(byPartition);
  }

  /** What became of all rides. */
  public Books total() {
    return byPartition.values().stream().reduce(Books.EMPTY, Books::plus);
  }
}

package io.ridecast.forecasting.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects how far actuals lay outside their raw intervals, by lead, and calibrates on it. */
public final class IntervalScores {
  private static final double COVERAGE = 0.8;

  /** Fewer scores than this say too little: the lead then takes all leads' scores together. */
  private static final int LEAST_SCORES = 50;

  private final List<Scores> leads = new ArrayList<>();

  /** Scores of the leads from 1 to {@code leads}. */
  public IntervalScores(int leads) {
    for (int lead = 0; lead < leads; lead++) {
      this.leads.add(new Scores());
    }
  }

  /**
   * Adds one raw interval and what came, in rides; a missing actual is left out.
   *
   * @param base level of the day
   */
  public void add(int lead, double low, double high, double base, double actual) {
    if (!Double.isNaN(actual)) {
      leads
          .get(lead - 1)
          .add(Math.max(low - actual, actual - high) / Widening.unit(low, high, base));
    }
  }

  /** Adds the scores of {@code other}, which has as many leads. */
  public void addAll(IntervalScores other) {
    for (int lead = 0; lead < leads.size(); lead++) {
      leads.get(lead).addAll(other.leads.get(lead));
    }
  }

  /** The widening of each lead that would have held 80 % of what came. */
  public ConformalCalibration calibration() {
    Scores all = new Scores();
    leads.forEach(all::addAll);
    List<Widening> widenings = new ArrayList<>();
    for (Scores lead : leads) {
      double widening = (lead.count < LEAST_SCORES ? all : lead).quantile(COVERAGE);
      widenings.add(new Widening(widening, widening));
    }
    return new ConformalCalibration(widenings);
  }

  private static final class Scores {
    private double[] values = new double[256];
    private int count;

    void add(double score) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = score;
    }

    void addAll(Scores other) {
      for (int index = 0; index < other.count; index++) {
        add(other.values[index]);
      }
    }

    /** The smallest score that at least (count + 1) x level scores do not exceed; 0 without any. */
    double quantile(double level) {
      if (count == 0) {
        return 0;
      }
      double[] sorted = Arrays.copyOf(values, count);
      Arrays.sort(sorted);
      int rank = (int) Math.ceil((count + 1) * level);
      return sorted[Math.min(count, rank) - 1];
    }
  }
}

package io.ridecast.forecasting.measures;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * By how much one forecast's error differs from another's on the same days, and how sure that is:
 * the ratio of their summed errors, with an interval from drawing whole blocks of days (weeks) with
 * replacement. Errors of neighbouring days are alike, so days drawn one by one would promise too
 * much (Kuensch, "The jackknife and the bootstrap for general stationary observations", Annals of
 * Statistics 17, 1989).
 */
public final class PairedBootstrap {
  private static final int DRAWS = 2_000;
  private static final long SEED = 7;

  private PairedBootstrap() {}

  /**
   * Summed absolute errors of both forecasts in one block.
   *
   * @param first of the forecast in question, in rides
   * @param second of the one that it is compared with, in rides
   */
  public record Block(double first, double second) {}

  /**
   * A ratio with its interval.
   *
   * @param ratio below 1: the first forecast is better
   * @param low end of the 90 % interval
   * @param high end of the 90 % interval
   * @param blocks that it rests on
   */
  public record Ratio(double ratio, double low, double high, int blocks) {}

  /**
   * The ratio of the first forecast's error to the second's; the same blocks give the same answer.
   *
   * @throws IllegalArgumentException without any block
   */
  public static Ratio ratio(List<Block> blocks) {
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to compare");
    }
    SplittableRandom random = new SplittableRandom(SEED);
    double[] ratios = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      ratios[draw] =
          of(random.ints(blocks.size(), 0, blocks.size()).mapToObj(blocks::get).toList());
    }
    Arrays.sort(ratios);
    return new Ratio(of(blocks), ratios[DRAWS / 20], ratios[DRAWS - 1 - DRAWS / 20], blocks.size());
  }

  /** Two forecasts without any error are equally good. */
  private static double of(List<Block> blocks) {
    double first = blocks.stream().mapToDouble(Block::first).sum();
    double second = blocks.stream().mapToDouble(Block::second).sum();
    return first == second ? 1 : first / second;
  }
}

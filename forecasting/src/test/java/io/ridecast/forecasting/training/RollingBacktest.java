package io.ridecast.forecasting.training;

import io.ridecast.forecasting.boosting.BoostingParameters;
import io.ridecast.forecasting.boosting.BoostingRun;
import io.ridecast.forecasting.boosting.FeatureMatrix;
import io.ridecast.forecasting.boosting.RatioBoosters;
import io.ridecast.forecasting.calibration.ConformalCalibration;
import io.ridecast.forecasting.calibration.Widening;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.measures.Bias;
import io.ridecast.forecasting.measures.Coverage;
import io.ridecast.forecasting.measures.PinballLoss;
import io.ridecast.forecasting.measures.Wape;
import io.ridecast.forecasting.series.DemandSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures accuracy on a file of daily counts (community,date,rides) as it would have been in
 * service: daily origins, refitted every 28 days, intervals calibrated on the 56 days before.
 */
final class RollingBacktest {
  private static final int REFIT_DAYS = 28;
  private static final int CALIBRATION_DAYS = 56;

  private RollingBacktest() {}

  /** Arguments: catalogue, daily file, first and last target day, quick or defaults. */
  public static void main(String[] arguments) throws IOException {
    Catalogue catalogue = Catalogue.load(Path.of(arguments[0]));
    DemandPanel panel = DemandPanel.of(catalogue, read(Path.of(arguments[1])));
    LocalDate from = LocalDate.parse(arguments[2]);
    LocalDate to = LocalDate.parse(arguments[3]);
    TrainingParameters parameters =
        arguments[4].equals("quick") ? TrainingParameters.quick() : TrainingParameters.defaults();
    if (arguments.length > 5) {
      parameters = grown(parameters, arguments);
    }
    run(panel, from, to, parameters);
  }

  /** Further arguments: rows, rounds, eta, depth, least weight of the mean and of the quantiles. */
  private static TrainingParameters grown(TrainingParameters parameters, String[] arguments) {
    int rounds = Integer.parseInt(arguments[6]);
    double eta = Double.parseDouble(arguments[7]);
    int depth = Integer.parseInt(arguments[8]);
    BoostingParameters mean =
        new BoostingParameters(
            rounds, eta, depth, Double.parseDouble(arguments[9]), 0.8, 0.5, 2, 64);
    BoostingParameters quantiles =
        new BoostingParameters(
            rounds, eta, depth, Double.parseDouble(arguments[10]), 0.8, 0.5, 2, 64);
    return new TrainingParameters(
        mean, quantiles, Integer.parseInt(arguments[5]), 28, 28, 2, parameters.seed());
  }

  private static void run(
      DemandPanel panel, LocalDate from, LocalDate to, TrainingParameters parameters) {
    long started = System.nanoTime();
    List<HeldOutForecast> pairs = new ArrayList<>();
    LocalDate start = from.minusDays(2 * REFIT_DAYS);
    for (LocalDate block = start; !block.isAfter(to); block = block.plusDays(REFIT_DAYS)) {
      FeatureMatrix rows =
          new TrainingRows(panel, parameters.maxRows(), parameters.seed())
              .until(block.minusDays(1), done -> {});
      RatioBoosters boosters =
          new BoostingRun(parameters.threadsToUse(), parameters.seed())
              .fit(rows, parameters.mean(), parameters.quantiles(), done -> {});
      LocalDate last = block.plusDays(REFIT_DAYS - 1);
      last = last.isAfter(to) ? to : last;
      // Origins of this block; their targets may lie in the next one.
      LocalDate reach = last.plusDays(6).isAfter(to) ? to : last.plusDays(6);
      for (HeldOutForecast pair :
          HeldOutForecasts.of(
                  panel, boosters, panel.sharesAt(block.minusDays(1)), block, reach, done -> {})
              .all()) {
        if (pair.target().minusDays(pair.lead()).isBefore(last)) {
          pairs.add(pair);
        }
      }
    }
    report(pairs, from, to);
    sums(HeldOutForecasts.of(pairs), from, to);
    dump(pairs);
    System.out.printf("%.1f s%n", (System.nanoTime() - started) / 1e9);
  }

  /** Writes all pairs to the file that {@code -Dpairs=} names, for a closer look. */
  private static void dump(List<HeldOutForecast> pairs) {
    String file = System.getProperty("pairs");
    if (file == null) {
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add("target,lead,base,mean,low,median,high,naive,actual");
    for (HeldOutForecast pair : pairs) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s,%d,%.4f,%.4f,%.4f,%.4f,%.4f,%.0f,%.0f",
              pair.target(),
              pair.lead(),
              pair.raw().base(),
              pair.raw().mean(),
              pair.raw().low(),
              pair.raw().median(),
              pair.raw().high(),
              pair.naive(),
              pair.actual()));
    }
    try {
      Files.write(Path.of(file), lines);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Sums of three days, every 28 days calibrated on the 56 before. */
  private static void sums(HeldOutForecasts forecasts, LocalDate from, LocalDate to) {
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(REFIT_DAYS)) {
      HeldOutDays days =
          new HeldOutDays(day.minusDays(CALIBRATION_DAYS), day, day.plusDays(REFIT_DAYS - 1));
      ModelTraining.sumCoverage(forecasts, days)
          .ifPresent(held -> System.out.printf("%s 3-day sums held: %.3f%n", days.last(), held));
    }
  }

  private static void report(List<HeldOutForecast> pairs, LocalDate from, LocalDate to) {
    Map<LocalDate, ConformalCalibration> calibrations = new TreeMap<>();
    for (LocalDate origin = from.minusDays(1); origin.isBefore(to); origin = origin.plusDays(1)) {
      calibrations.put(
          origin,
          HeldOutForecasts.of(pairs).calibration(origin.minusDays(CALIBRATION_DAYS - 1), origin));
    }
    for (int lead = 0; lead <= 7; lead++) {
      Row row = new Row();
      for (HeldOutForecast pair : pairs) {
        LocalDate origin = pair.target().minusDays(pair.lead());
        boolean wanted = lead == 0 ? pair.lead() <= 3 : pair.lead() == lead;
        if (wanted && calibrations.containsKey(origin)) {
          row.add(pair, calibrations.get(origin).of(pair.lead()));
        }
      }
      System.out.println((lead == 0 ? "1-3" : "  " + lead) + "  " + row);
    }
  }

  private static final class Row {
    private final Wape p50 = new Wape();
    private final Wape rounded = new Wape();
    private final Wape mean = new Wape();
    private final Wape base = new Wape();
    private final Wape naive = new Wape();
    private final Bias bias = new Bias();
    private final Bias medianBias = new Bias();
    private final Coverage raw = new Coverage();
    private final Coverage coverage = new Coverage();
    private final Coverage above = new Coverage();
    private final Coverage below = new Coverage();
    private final PinballLoss low = new PinballLoss(0.1);
    private final PinballLoss middle = new PinballLoss(0.5);
    private final PinballLoss high = new PinballLoss(0.9);
    private final PinballLoss rawHigh = new PinballLoss(0.9);

    void add(HeldOutForecast pair, Widening widening) {
      double actual = pair.actual();
      if (Double.isNaN(pair.naive())) {
        return;
      }
      double lower =
          widening.lower(
              pair.raw().low(), pair.raw().median(), pair.raw().high(), pair.raw().base());
      double upper =
          widening.upper(
              pair.raw().low(), pair.raw().median(), pair.raw().high(), pair.raw().base());
      p50.add(pair.raw().median(), actual);
      rounded.add(Math.rint(pair.raw().median()), actual);
      mean.add(pair.raw().mean(), actual);
      base.add(pair.raw().base(), actual);
      naive.add(pair.naive(), actual);
      bias.add(pair.raw().mean(), actual);
      medianBias.add(pair.raw().median(), actual);
      raw.add(pair.raw().low(), pair.raw().high(), actual);
      coverage.add(lower, upper, actual);
      above.add(Double.NEGATIVE_INFINITY, upper, actual);
      below.add(lower, Double.POSITIVE_INFINITY, actual);
      low.add(lower, actual);
      middle.add(pair.raw().median(), actual);
      high.add(upper, actual);
      rawHigh.add(pair.raw().high(), actual);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "n %d wape %.4f naive %.4f ratio %.4f rounded %.4f mean %.4f base %.4f | bias %.3f p50 %.3f"
              + " | coverage %.3f raw %.3f below p90 %.3f above p10 %.3f | wspl %.4f (.1 %.4f .9 %.4f raw .9 %.4f)",
          coverage.pairs(),
          p50.value(),
          naive.value(),
          p50.value() / naive.value(),
          rounded.value() / naive.value(),
          mean.value() / naive.value(),
          base.value() / naive.value(),
          bias.value(),
          medianBias.value(),
          coverage.value(),
          raw.value(),
          above.value(),
          below.value(),
          (low.scaled() + middle.scaled() + high.scaled()) / 3,
          low.scaled(),
          high.scaled(),
          rawHigh.scaled());
    }
  }

  private static Map<String, DemandSeries> read(Path file) throws IOException {
    Map<String, TreeMap<LocalDate, Float>> counts = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.split(",");
      if (!fields[0].equals("community")) {
        counts
            .computeIfAbsent(fields[0], key -> new TreeMap<>())
            .put(LocalDate.parse(fields[1]), Float.parseFloat(fields[2]));
      }
    }
    Map<String, DemandSeries> series = new TreeMap<>();
    counts.forEach(
        (community, days) -> {
          float[] rides =
              new float[(int) (days.lastKey().toEpochDay() - days.firstKey().toEpochDay()) + 1];
          java.util.Arrays.fill(rides, Float.NaN);
          days.forEach(
              (day, value) ->
                  rides[(int) (day.toEpochDay() - days.firstKey().toEpochDay())] = value);
          series.put(community, DemandSeries.of(days.firstKey(), rides));
        });
    return series;
  }
}

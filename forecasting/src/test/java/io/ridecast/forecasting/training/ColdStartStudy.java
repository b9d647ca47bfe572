package io.ridecast.forecasting.training;

import io.ridecast.forecasting.boosting.RawForecast;
import io.ridecast.forecasting.calibration.ColdCalibration;
import io.ridecast.forecasting.calibration.ConformalCalibration;
import io.ridecast.forecasting.calibration.TrailingCalibration;
import io.ridecast.forecasting.calibration.Widening;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.measures.Bias;
import io.ridecast.forecasting.measures.Coverage;
import io.ridecast.forecasting.measures.PinballLoss;
import io.ridecast.forecasting.measures.Wape;
import io.ridecast.forecasting.model.DayForecast;
import io.ridecast.forecasting.series.ColdStart;
import io.ridecast.forecasting.series.DemandSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * How the error of a new community falls with its known days: the table behind {@link ColdStart}.
 * From every third origin all communities are forecast as if they had opened so many days before,
 * or had opened again after a closure of 90 days, leads 1 to 3, by models that are fitted every 28
 * days; intervals are calibrated every day as in service and in a backtest.
 */
final class ColdStartStudy {
  private static final int ALL = 10_000;
  private static final int[] KNOWN = {0, 1, 2, 3, 5, 7, 10, 14, 21, 28, 42, ALL};
  private static final int[] KNOWN_AGAIN = {0, 1, 3, 7, 10};
  private static final int CLOSURE_DAYS = 90;
  private static final int REFIT_DAYS = 28;
  private static final int STEP = 3;
  private static final int LEADS = 3;
  private static final int CALIBRATION_DAYS = 56;

  private final Map<Integer, Row> opened = new TreeMap<>();
  private final Map<Integer, Row> reopened = new TreeMap<>();
  private final TrailingCalibration cold =
      new TrailingCalibration(CALIBRATION_DAYS, ColdCalibration.GROUPS);
  private final TrailingCalibration seasoned = new TrailingCalibration(CALIBRATION_DAYS, LEADS);
  private final DemandPanel panel;
  private final TrainingParameters parameters;

  private ColdStartStudy(DemandPanel panel, TrainingParameters parameters) {
    this.panel = panel;
    this.parameters = parameters;
  }

  /** Arguments: catalogue, file of daily counts without gaps, first and last origin, seed. */
  public static void main(String[] arguments) throws IOException {
    DemandPanel panel =
        PanelFile.read(gzipped(Path.of(arguments[1])), Catalogue.load(Path.of(arguments[0])));
    TrainingParameters parameters =
        TrainingParameters.defaults().withSeed(Long.parseLong(arguments[4]));
    new ColdStartStudy(panel, parameters)
        .run(LocalDate.parse(arguments[2]), LocalDate.parse(arguments[3]));
  }

  private static byte[] gzipped(Path file) throws IOException {
    GzippedText text = new GzippedText("community,date,rides");
    Files.readAllLines(file).stream().skip(1).forEach(text::line);
    return text.bytes();
  }

  private void run(LocalDate from, LocalDate to) {
    for (LocalDate block = from; !block.isAfter(to); block = block.plusDays(REFIT_DAYS)) {
      FittedBoosters fitted =
          FittedBoosters.on(panel.until(block), block, parameters, done -> {}, done -> {});
      for (int day = 0; day < REFIT_DAYS && !block.plusDays(day).isAfter(to); day++) {
        LocalDate origin = block.plusDays(day);
        learn(fitted, origin);
        if (block.isAfter(from) && day % STEP == 0) {
          score(fitted, origin);
        }
      }
    }
    double whole = opened.get(ALL).wape.value();
    opened.forEach(
        (known, row) -> System.out.println((known == ALL ? "all" : known) + row.line(whole)));
    reopened.forEach((known, row) -> System.out.println("again " + known + row.line(whole)));
  }

  /** What comes of this origin's days counts from the day on that it has come. */
  private void learn(FittedBoosters fitted, LocalDate origin) {
    OriginForecasts.of(panel, fitted.boosters(), fitted.shares(), origin, LEADS)
        .forEach(
            (community, days, lead, raw) ->
                add(ColdStart.is(days) ? cold : seasoned, community, origin, days, lead, raw));
    OriginForecasts.ofColdStarts(panel, fitted.boosters(), fitted.shares(), origin, LEADS)
        .forEach((community, days, lead, raw) -> add(cold, community, origin, days, lead, raw));
  }

  private void add(
      TrailingCalibration calibration,
      Community community,
      LocalDate origin,
      int days,
      int lead,
      RawForecast raw) {
    calibration.add(
        origin.plusDays(lead),
        calibration == cold ? ColdCalibration.group(days) : lead,
        raw.low(),
        raw.high(),
        raw.base(),
        actual(community, origin.plusDays(lead)));
  }

  private void score(FittedBoosters fitted, LocalDate origin) {
    for (int known : KNOWN) {
      Row row = opened.computeIfAbsent(known, unused -> new Row());
      score(fitted, origin, row, all -> WithheldHistory.lastDays(all, origin, known));
    }
    for (int known : KNOWN_AGAIN) {
      Row row = reopened.computeIfAbsent(known, unused -> new Row());
      score(fitted, origin, row, all -> WithheldHistory.reopened(all, origin, known, CLOSURE_DAYS));
    }
  }

  private void score(
      FittedBoosters fitted, LocalDate origin, Row row, UnaryOperator<DemandSeries> history) {
    ColdCalibration coldWidenings = ColdCalibration.of(cold.at(origin));
    ConformalCalibration widenings = seasoned.at(origin);
    OriginForecasts.of(
            panel,
            fitted.boosters(),
            fitted.shares(),
            origin,
            LEADS,
            (community, demand) ->
                Optional.of(demand)
                    .filter(all -> !all.first().isAfter(origin.minusDays(ColdStart.WINDOW_DAYS)))
                    .map(history))
        .forEach(
            (community, days, lead, raw) -> {
              LocalDate target = origin.plusDays(lead);
              double actual = actual(community, target);
              if (!Double.isNaN(actual)) {
                Widening widening = coldWidenings.of(days).orElseGet(() -> widenings.of(lead));
                row.add(raw, raw.calibrated(target, lead, widening), actual);
              }
            });
  }

  private double actual(Community community, LocalDate target) {
    return panel.demand(community).orElseThrow().at(target);
  }

  private static final class Row {
    private final Wape wape = new Wape();
    private final Wape base = new Wape();
    private final Bias bias = new Bias();
    private final Coverage coverage = new Coverage();
    private final Coverage below = new Coverage();
    private final PinballLoss low = new PinballLoss(0.1);
    private final PinballLoss high = new PinballLoss(0.9);
    private double width;
    private double actuals;

    void add(RawForecast raw, DayForecast day, double actual) {
      wape.add(day.p50(), actual);
      base.add(raw.base(), actual);
      bias.add(day.mean(), actual);
      coverage.add(day.p10(), day.p90(), actual);
      below.add(0, day.p90(), actual);
      low.add(day.p10(), actual);
      high.add(day.p90(), actual);
      width += day.p90() - day.p10();
      actuals += actual;
    }

    String line(double whole) {
      return String.format(
          Locale.ROOT,
          " | %.3f | %.2f | base %.3f | %+.1f %% | %.1f %% | below p90 %.3f | width %.2f | .1 %.3f .9 %.3f",
          wape.value(),
          wape.value() / whole,
          base.value(),
          100 * bias.value(),
          100 * coverage.value(),
          below.value(),
          width / actuals,
          low.scaled(),
          high.scaled());
    }
  }
}

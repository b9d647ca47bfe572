package io.ridecast.local.backtest;

import io.ridecast.feed.simulation.SimulatedHistory;
import io.ridecast.forecasting.backtest.AbsentDays;
import io.ridecast.forecasting.backtest.Backtest;
import io.ridecast.forecasting.backtest.BacktestFile;
import io.ridecast.forecasting.backtest.BacktestListener;
import io.ridecast.forecasting.backtest.BacktestPlan;
import io.ridecast.forecasting.backtest.BacktestResult;
import io.ridecast.forecasting.backtest.DailyCounts;
import io.ridecast.forecasting.backtest.DailyFile;
import io.ridecast.forecasting.backtest.Scoreboard;
import io.ridecast.forecasting.backtest.report.BacktestReport;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.TrainingParameters;
import io.ridecast.local.story.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One backtest, from its input to what it writes and prints. */
public final class BacktestRun {
  private final BacktestConfig config;
  private final Instant now;
  private final Screen screen;
  private final BacktestListener progress;
  private final List<String> notes = new ArrayList<>();

  /**
   * A run.
   *
   * @param now when it begins
   * @param progress hears how far it is
   */
  public BacktestRun(BacktestConfig config, Instant now, Screen screen, BacktestListener progress) {
    this.config = config;
    this.now = now;
    this.screen = screen;
    this.progress = progress;
  }

  /** Reads, forecasts, writes, prints. */
  public void run() throws IOException {
    Catalogue catalogue = config.catalogue().map(Catalogue::load).orElseGet(Catalogue::chicago);
    DemandPanel panel = panel(catalogue);
    note("%d communities, %s to %s".formatted(panel.size(), panel.first(), panel.last()));
    panel = panel.in(config.circumstances().read(catalogue, this::note));
    if (config.countsOut().isPresent()) {
      DailyFile.write(config.countsOut().get(), panel);
    }
    BacktestPlan plan =
        BacktestPlan.usual(config.from(), config.to(), TrainingParameters.defaults())
            .withRefitDays(config.refitDays());
    BacktestResult result = new Backtest(panel, calendar(), plan).run(progress);
    write(result, catalogue);
  }

  private ServiceCalendar calendar() {
    return config.serviceCalendar().map(ServiceCalendar::load).orElseGet(ServiceCalendar::always);
  }

  private DemandPanel panel(Catalogue catalogue) throws IOException {
    ServiceCalendar calendar = calendar();
    if (config.daily().isPresent()) {
      DailyCounts counts = DailyFile.read(config.daily().get(), catalogue);
      AbsentDays absent = config.absent().orElseGet(() -> counts.absentDays(config.from()));
      tell(counts, absent);
      return counts.panel(catalogue, calendar, absent);
    }
    RideCounts rides =
        config.rides().isPresent()
            ? RideCounts.of(config.rides().get(), catalogue, calendar, now)
            : RideCounts.of(
                new SimulatedHistory(config.simulated().orElseThrow()), catalogue, calendar, now);
    tell(rides);
    return rides.counts().panel(catalogue, calendar, AbsentDays.MISSING);
  }

  private void tell(RideCounts rides) {
    String others =
        rides.notCounted().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                entry ->
                    String.format(
                        Locale.ROOT,
                        "%,d %s",
                        entry.getValue(),
                        entry.getKey().toLowerCase(Locale.ROOT).replace('_', ' ')))
            .collect(Collectors.joining(", "));
    note(
        String.format(Locale.ROOT, "%,d rides counted", rides.counted())
            + (others.isEmpty() ? "" : "; not: " + others));
  }

  private void tell(DailyCounts counts, AbsentDays absent) {
    if (!counts.passedOver().isEmpty()) {
      int rows = counts.passedOver().values().stream().mapToInt(Integer::intValue).sum();
      note(
          "%d rows passed over: the catalogue has no community %s"
              .formatted(
                  rows,
                  counts.passedOver().keySet().stream()
                      .sorted()
                      .limit(5)
                      .collect(Collectors.joining(", "))));
    }
    note(
        "days that a community lacks are "
            + (absent == AbsentDays.ZERO
                ? "days without rides (ABSENT=missing takes them as unknown)"
                : "unknown (ABSENT=zero takes them as days without rides)"));
  }

  private Path beside(String ending) {
    return config.out().resolveSibling(config.out().getFileName() + ending);
  }

  /** Prints a line that the report shows too. */
  private void note(String line) {
    notes.add(line);
    screen.line(line);
  }

  private void write(BacktestResult result, Catalogue catalogue) throws IOException {
    BacktestFile.write(config.out(), result.communities());
    Path city = beside(".city.csv");
    BacktestFile.write(city, result.city());
    screen.line("");
    screen.line(
        "Communities, origins %s to %s".formatted(result.plan().from(), result.plan().to()));
    ScoreTable.of(Scoreboard.of(result.communities())).forEach(screen::line);
    screen.line("");
    screen.line("City");
    ScoreTable.of(Scoreboard.of(result.city())).forEach(screen::line);
    screen.line("");
    Path report = beside(".html");
    BacktestReport.write(report, result, catalogue, notes);
    screen.line("Written: %s, %s, %s".formatted(config.out(), city, report));
  }
}

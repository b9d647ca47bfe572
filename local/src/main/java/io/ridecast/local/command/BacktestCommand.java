package io.ridecast.local.command;

import io.ridecast.local.backtest.BacktestConfig;
import io.ridecast.local.backtest.BacktestRun;
import io.ridecast.local.backtest.ScreenProgress;
import io.ridecast.local.story.Screen;
import io.ridecast.runtime.settings.Environment;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the forecasts of a past span would have been, and how they compare. */
@Command(
    name = "backtest",
    description = {
      "Forecasts past days as it would have been done then, and compares with what came",
      "and with simpler ways. Needs 90 days of history up to the first origin.",
      "Each option may be given by the setting of its name instead: RIDES, DAILY, CATALOG, FROM,",
      "TO, OUT, COUNTS_OUT, REFIT_DAYS, ABSENT, SIMULATE, RIDES_PER_DAY, SERVICE_CALENDAR, EVENTS,",
      "WEATHER."
    })
final class BacktestCommand implements Callable<Integer> {
  private final InstantSource wall;
  private final Map<String, String> settings;

  BacktestCommand(InstantSource wall, Map<String, String> variables) {
    this.wall = wall;
    this.settings = new TreeMap<>(variables);
  }

  @Option(
      names = "--rides",
      paramLabel = "FILE",
      description = "A ride file in the form of Chicago's portal, plain or gzipped.")
  void rides(@Nullable String file) {
    set("RIDES", file);
  }

  @Option(
      names = "--daily",
      paramLabel = "FILE",
      description = "Instead of rides: daily counts, community,date,rides.")
  void daily(@Nullable String file) {
    set("DAILY", file);
  }

  @Option(
      names = "--simulate",
      paramLabel = "DAYS",
      description = "Instead of rides: so many days of a simulated Chicago, up to 2024-06-03.")
  void simulate(@Nullable String days) {
    set("SIMULATE", days);
  }

  @Option(
      names = "--rides-per-day",
      paramLabel = "N",
      description = "Of the simulated Chicago: mean over a year (default: 2500).")
  void ridesPerDay(@Nullable String rides) {
    set("RIDES_PER_DAY", rides);
  }

  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description = "The communities (default: Chicago's 77 areas).")
  void catalog(@Nullable String file) {
    set("CATALOG", file);
  }

  @Option(
      names = "--events",
      paramLabel = "FILE",
      description = "Own days that move demand: date,name[,community].")
  void events(@Nullable String file) {
    set("EVENTS", file);
  }

  @Option(
      names = "--weather",
      paramLabel = "FILE",
      description = {
        "The weather, date,tmax,tmin,precipitation,wind,snow[,issued_at].",
        "Without issued_at it is taken as known in advance. With",
        "--simulate, the word simulated stands for that city's own."
      })
  void weather(@Nullable String file) {
    set("WEATHER", file);
  }

  @Option(names = "--from", paramLabel = "DATE", description = "The first origin.")
  void from(@Nullable String date) {
    set("FROM", date);
  }

  @Option(names = "--to", paramLabel = "DATE", description = "The last origin, included.")
  void to(@Nullable String date) {
    set("TO", date);
  }

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the forecasts go; the city's go to FILE.city.csv.")
  void out(@Nullable String file) {
    set("OUT", file);
  }

  @Option(
      names = "--counts-out",
      paramLabel = "FILE",
      description = "Also writes the daily counts, community,date,rides.")
  void countsOut(@Nullable String file) {
    set("COUNTS_OUT", file);
  }

  @Option(
      names = "--refit-days",
      paramLabel = "N",
      description = "Days from one fit of the model to the next (default: 28).")
  void refitDays(@Nullable String days) {
    set("REFIT_DAYS", days);
  }

  @Option(
      names = "--absent",
      paramLabel = "zero|missing",
      description = {
        "What a day means that a daily file does not name for a community. Without it: missing if",
        "the file names any zero up to the first origin, else zero. A day that the file names for",
        "no community is always missing."
      })
  void absent(@Nullable String meaning) {
    set("ABSENT", meaning);
  }

  @Override
  public Integer call() throws IOException {
    Environment environment = Environment.of(settings);
    BacktestConfig config = BacktestConfig.from(environment);
    environment.check();
    Screen screen = new Screen(System.out, Boolean.getBoolean("ridecast.terminal"));
    new BacktestRun(config, wall.instant(), screen, new ScreenProgress(screen, wall)).run();
    return 0;
  }

  private void set(String setting, @Nullable String value) {
    if (value != null) {
      settings.put(setting, value);
    }
  }
}

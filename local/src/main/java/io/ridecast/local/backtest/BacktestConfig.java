package io.ridecast.local.backtest;

import io.ridecast.feed.simulation.Simulation;
import io.ridecast.forecasting.backtest.AbsentDays;
import io.ridecast.forecasting.backtest.BacktestPlan;
import io.ridecast.runtime.settings.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a backtest is asked for.
 *
 * @param rides the ride file, if there is one
 * @param daily the file of daily counts, if there is one instead
 * @param simulated the simulated city, if there is one instead
 * @param catalogue the communities' file; empty for Chicago's
 * @param serviceCalendar the days out of service, if there are any
 * @param circumstances own days and weather
 * @param from the first origin
 * @param to the last one
 * @param out the file to write
 * @param refitDays days from one fit to the next
 * @param absent what days mean that the daily file does not name; empty to find out
 * @param countsOut the file that the daily counts are written to, if there is one
 */
public record BacktestConfig(
    Optional<Path> rides,
    Optional<Path> daily,
    Optional<Simulation> simulated,
    Optional<Path> catalogue,
    Optional<Path> serviceCalendar,
    CircumstancesInput circumstances,
    LocalDate from,
    LocalDate to,
    Path out,
    int refitDays,
    Optional<AbsentDays> absent,
    Optional<Path> countsOut) {
  private static final int MOST_REFIT_DAYS = 3_650;
  private static final int MOST_SIMULATED_DAYS = 3_650;
  private static final int RIDES_PER_DAY = 2_500;
  private static final int MOST_RIDES_PER_DAY = 100_000;

  /**
   * Reads the settings RIDES, DAILY, CATALOG, SERVICE_CALENDAR, EVENTS, WEATHER, FROM, TO, OUT,
   * REFIT_DAYS, ABSENT; SIMULATE and RIDES_PER_DAY for a simulated Chicago; COUNTS_OUT. Wrong ones
   * are noted in the environment, which the caller checks.
   */
  public static BacktestConfig from(Environment environment) {
    Optional<Path> rides = InputFile.readable(environment, "RIDES");
    Optional<Path> daily = InputFile.readable(environment, "DAILY");
    Optional<Simulation> simulated = simulation(environment);
    if (Stream.of(rides, daily, simulated).filter(Optional::isPresent).count() != 1) {
      environment.problem(
          "RIDES",
          "give either it, a ride file, or DAILY, a file community,date,rides, or SIMULATE");
    }
    LocalDate from = date(environment, "FROM");
    LocalDate to = date(environment, "TO");
    if (to.isBefore(from)) {
      environment.problem("TO", "lies before FROM");
    }
    return new BacktestConfig(
        rides,
        daily,
        simulated,
        InputFile.readable(environment, "CATALOG"),
        InputFile.readable(environment, "SERVICE_CALENDAR"),
        CircumstancesInput.from(environment, simulated),
        from,
        to,
        out(environment),
        environment.integer("REFIT_DAYS", BacktestPlan.REFIT_DAYS, 1, MOST_REFIT_DAYS),
        environment.text("ABSENT").isEmpty()
            ? Optional.empty()
            : Optional.of(environment.choice("ABSENT", AbsentDays.class, AbsentDays.ZERO)),
        environment.path("COUNTS_OUT"));
  }

  private static Optional<Simulation> simulation(Environment environment) {
    int days = environment.integer("SIMULATE", 0, 0, MOST_SIMULATED_DAYS);
    int ridesPerDay = environment.integer("RIDES_PER_DAY", RIDES_PER_DAY, 1, MOST_RIDES_PER_DAY);
    return days == 0
        ? Optional.empty()
        : Optional.of(Simulation.usual().withHistoryDays(days).withRidesPerDay(ridesPerDay));
  }

  private static LocalDate date(Environment environment, String setting) {
    String text = environment.required(setting);
    try {
      return text.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(text);
    } catch (DateTimeException wrong) {
      environment.problem(setting, "has to be a day such as 2017-07-01");
      return LocalDate.EPOCH;
    }
  }

  private static Path out(Environment environment) {
    environment.required("OUT");
    Path out = environment.path("OUT", Path.of("backtest.csv")).toAbsolutePath();
    Path folder = out.getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(out)) {
      environment.problem("OUT", "has to be a file in a folder that exists");
    }
    return out;
  }
}

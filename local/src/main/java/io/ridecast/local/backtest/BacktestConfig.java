package io.ridecast.local.backtest;

import io.ridecast.forecasting.backtest.AbsentDays;
import io.ridecast.forecasting.backtest.BacktestPlan;
import io.ridecast.runtime.settings.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a backtest is asked for.
 *
 * @param rides the ride file, if there is one
 * @param daily the file of daily counts, if there is one instead
 * @param catalogue the communities' file; empty for Chicago's
 * @param serviceCalendar the days out of service, if there are any
 * @param from the first origin
 * @param to the last one
 * @param out the file to write
 * @param refitDays days from one fit to the next
 * @param absent what days mean that the daily file does not name; empty to find out
 */
public record BacktestConfig(
    Optional<Path> rides,
    Optional<Path> daily,
    Optional<Path> catalogue,
    Optional<Path> serviceCalendar,
    LocalDate from,
    LocalDate to,
    Path out,
    int refitDays,
    Optional<AbsentDays> absent) {
  private static final int MOST_REFIT_DAYS = 3_650;

  /**
   * Reads the settings RIDES, DAILY, CATALOG, SERVICE_CALENDAR, FROM, TO, OUT, REFIT_DAYS and
   * ABSENT. Wrong ones are noted in the environment, which the caller checks.
   */
  public static BacktestConfig from(Environment environment) {
    Optional<Path> rides = file(environment, "RIDES");
    Optional<Path> daily = file(environment, "DAILY");
    if (rides.isPresent() == daily.isPresent()) {
      environment.problem(
          "RIDES", "give either it, a ride file, or DAILY, a file community,date,rides");
    }
    LocalDate from = date(environment, "FROM");
    LocalDate to = date(environment, "TO");
    if (to.isBefore(from)) {
      environment.problem("TO", "lies before FROM");
    }
    return new BacktestConfig(
        rides,
        daily,
        file(environment, "CATALOG"),
        file(environment, "SERVICE_CALENDAR"),
        from,
        to,
        out(environment),
        environment.integer("REFIT_DAYS", BacktestPlan.REFIT_DAYS, 1, MOST_REFIT_DAYS),
        environment.text("ABSENT").isEmpty()
            ? Optional.empty()
            : Optional.of(environment.choice("ABSENT", AbsentDays.class, AbsentDays.ZERO)));
  }

  private static Optional<Path> file(Environment environment, String setting) {
    Optional<Path> file = environment.path(setting);
    if (file.filter(path -> !Files.isReadable(path) || Files.isDirectory(path)).isPresent()) {
      environment.problem(setting, "is no readable file");
    }
    return file;
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

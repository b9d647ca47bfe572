package io.ridecast.local.demo;

import io.ridecast.local.ports.Port;
import io.ridecast.runtime.settings.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the demo is asked for.
 *
 * @param once whether it ends as soon as every community has a model's forecast
 * @param rides the ride file; empty for a simulated Chicago
 * @param catalogue the communities' file; empty for Chicago's
 * @param liveFrom the local day from which a file's rides are replayed live; empty for none
 * @param day wall time of a live day
 * @param historyDays how many days of history a simulated city gets
 * @param ridesPerDay how many rides a simulated city has on a day, in the mean over a year
 * @param data where everything is kept; empty for a temporary directory
 * @param ports where everything listens
 * @param passedOn further settings that the services know, by name
 */
public record DemoConfig(
    boolean once,
    Optional<Path> rides,
    Optional<Path> catalogue,
    Optional<LocalDate> liveFrom,
    Duration day,
    int historyDays,
    int ridesPerDay,
    Optional<Path> data,
    DemoPorts ports,
    Map<String, String> passedOn) {
  private static final Set<String> PASSED_ON =
      Set.of(
          "GRACE",
          "REVISION_WINDOW",
          "SERVICE_CALENDAR",
          "EVENTS",
          "TRAINING_CRON",
          "RECALIBRATION_CRON",
          "TRAINING_PROFILE",
          "TUNE_TRIALS",
          "TUNE_TIME");

  public DemoConfig {
    passedOn = Map.copyOf(passedOn);
  }

  /**
   * Reads the settings ONCE, RIDES, CATALOG, LIVE_FROM, DAY_SECONDS, HISTORY_DAYS, RIDES_PER_DAY,
   * DATA and the ports. Wrong ones are noted in the environment, which the caller checks.
   */
  public static DemoConfig from(Environment environment) {
    DemoPorts ports = DemoPorts.from(environment);
    noPortTwice(environment, ports);
    Optional<Path> rides = file(environment, "RIDES");
    Optional<LocalDate> liveFrom = date(environment, "LIVE_FROM");
    if (liveFrom.isPresent() && rides.isEmpty()) {
      environment.problem("LIVE_FROM", "needs RIDES: it is a day of that file");
    }
    return new DemoConfig(
        environment.integer("ONCE", 0, 0, 1) == 1,
        rides,
        file(environment, "CATALOG"),
        liveFrom,
        Duration.ofSeconds(environment.integer("DAY_SECONDS", 10, 0, 86_400)),
        environment.integer("HISTORY_DAYS", 400, 1, 3_650),
        environment.integer("RIDES_PER_DAY", 2_500, 1, 100_000),
        environment.path("DATA"),
        ports,
        passedOn(environment));
  }

  /** Whether days follow the history live: those of a file that it was told, or simulated ones. */
  public boolean live() {
    return rides.isPresent() ? liveFrom.isPresent() : !once;
  }

  private static Map<String, String> passedOn(Environment environment) {
    Map<String, String> settings = new TreeMap<>();
    PASSED_ON.forEach(name -> environment.text(name).ifPresent(v -> settings.put(name, v)));
    return settings;
  }

  private static Optional<Path> file(Environment environment, String setting) {
    Optional<Path> file = environment.path(setting);
    if (file.filter(path -> !Files.isReadable(path) || Files.isDirectory(path)).isPresent()) {
      environment.problem(setting, "is no readable file");
    }
    return file;
  }

  private static Optional<LocalDate> date(Environment environment, String setting) {
    try {
      return environment.text(setting).map(LocalDate::parse);
    } catch (DateTimeException wrong) {
      environment.problem(setting, "has to be a day such as 2017-12-01");
      return Optional.empty();
    }
  }

  private static void noPortTwice(Environment environment, DemoPorts ports) {
    Set<Integer> seen = new HashSet<>();
    for (Port port : ports.all()) {
      if (!seen.add(port.number())) {
        environment.problem(port.setting(), port.number() + " is another part's port already");
      }
    }
  }
}

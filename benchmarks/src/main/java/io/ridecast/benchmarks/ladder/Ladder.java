package io.ridecast.benchmarks.ladder;

import io.ridecast.benchmarks.broker.FilledBroker;
import io.ridecast.benchmarks.input.Scenario;
import io.ridecast.benchmarks.machine.Run;
import io.ridecast.benchmarks.report.Measured;
import io.ridecast.benchmarks.report.Spread;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * How fast a backlog is worked off, from reading alone to the aggregator with everything on. Each
 * run is in a fresh JVM; the variants take turns, so that what else the machine does hits all.
 */
public final class Ladder {
  private static final int DAYS = 400;

  private final LadderSettings settings;
  private final PrintStream out;
  private final DrainRunner runner;
  private final Results results = new Results();

  public Ladder(LadderSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
    this.runner = new DrainRunner(settings, out);
  }

  /**
   * Climbs it and prints it.
   *
   * @throws IllegalStateException if a run's counts were wrong
   */
  public List<Measured> measure() {
    out.printf("%,d rides of %d days in 77 communities%n", settings.rides(), DAYS);
    try (FilledBroker filled =
        FilledBroker.start(
            settings.work(), Scenario.chicago(settings.rides(), DAYS), settings.shortRides())) {
      if (settings.variants().contains(Variant.REAL)) {
        runner.warmUp(filled, Variant.REAL, name(Variant.REAL));
      }
      for (int round = 1; round <= settings.rounds(); round++) {
        for (Variant variant : settings.variants()) {
          climb(filled, variant, round);
        }
      }
    }
    out.println(new LadderTable(results));
    return results
        .ratio(Variant.REAL)
        .map(ratio -> Measured.of("aggregator.drain", rates(), "records/s", "plain-loop", ratio))
        .stream()
        .toList();
  }

  private void climb(FilledBroker filled, Variant variant, int number) {
    Run run = runner.run(filled, variant, name(variant) + "-" + number);
    int rides = variant.takesFewRides() ? filled.input().shortRides() : settings.rides();
    results.add(new Round(number, variant, rides, run, filled.topics().outputBytes()));
  }

  private static String name(Variant variant) {
    return variant.name().toLowerCase(Locale.ROOT);
  }

  private Spread rates() {
    return results.spread(Variant.REAL, round -> round.run().warmRate());
  }
}

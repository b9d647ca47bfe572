package io.ridecast.benchmarks.zones;

import io.ridecast.benchmarks.broker.FilledBroker;
import io.ridecast.benchmarks.input.Scenario;
import io.ridecast.benchmarks.ladder.DrainRunner;
import io.ridecast.benchmarks.ladder.LadderSettings;
import io.ridecast.benchmarks.ladder.Variant;
import io.ridecast.benchmarks.machine.Run;
import io.ridecast.benchmarks.report.Measured;
import io.ridecast.benchmarks.report.Spread;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a ride costs where there are 77,000 zones, against 77: the same number of rides on the same
 * day, from the first ride to the close of the day in every zone. Two million rides in 77,000 zones
 * are 26 a zone and day, as many as Chicago has.
 */
public final class ZoneScale {
  private static final int FEW = 77;
  private static final int MANY = 77_000;
  private static final int DAYS = 1;

  private final LadderSettings settings;
  private final PrintStream out;
  private final DrainRunner runner;
  private final List<Run> few = new ArrayList<>();
  private final List<Run> many = new ArrayList<>();

  public ZoneScale(LadderSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
    this.runner = new DrainRunner(settings, out);
  }

  /** Measures in turns and prints the cost of both. */
  public List<Measured> measure() {
    out.printf("%,d rides of %d day, %,d and %,d zones%n", settings.rides(), DAYS, FEW, MANY);
    try (FilledBroker small = filled(FEW);
        FilledBroker large = filled(MANY)) {
      runner.warmUp(small, Variant.REAL, FEW + "-zones");
      runner.warmUp(large, Variant.REAL, MANY + "-zones");
      for (int round = 1; round <= settings.rounds(); round++) {
        few.add(runner.run(small, Variant.REAL, FEW + "-zones-" + round));
        many.add(runner.run(large, Variant.REAL, MANY + "-zones-" + round));
      }
    }
    print("thread us a ride", Run::wholeThreadMicros);
    print("process s a million", Run::wholeProcessSeconds);
    Spread ratios = ratios(Run::wholeThreadMicros);
    return List.of(
        Measured.of("scale.77000-zones", ratios, "ratio of cost per ride", "77-zones", ratios));
  }

  private FilledBroker filled(int zones) {
    Path directory = settings.work().resolve("zones-" + zones);
    Path file = ZoneCatalogue.write(directory, zones);
    return FilledBroker.start(directory, Scenario.of(file, settings.rides(), DAYS), 0);
  }

  private void print(String what, ToDoubleFunction<Run> cost) {
    Spread ratios = ratios(cost);
    out.printf(
        Locale.ROOT,
        "%-20s %,d zones %.2f, %,d zones %.2f: ratio %.2f (%.2f-%.2f)%n",
        what,
        FEW,
        Spread.of(few.stream().map(cost::applyAsDouble).toList()).median(),
        MANY,
        Spread.of(many.stream().map(cost::applyAsDouble).toList()).median(),
        ratios.median(),
        ratios.low(),
        ratios.high());
  }

  private Spread ratios(ToDoubleFunction<Run> cost) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < many.size(); round++) {
      ratios.add(cost.applyAsDouble(many.get(round)) / cost.applyAsDouble(few.get(round)));
    }
    return Spread.of(ratios);
  }
}

package io.ridecast.benchmarks.restore;

import io.ridecast.benchmarks.broker.FilledBroker;
import io.ridecast.benchmarks.broker.SharedSchemas;
import io.ridecast.benchmarks.input.ExtraRides;
import io.ridecast.benchmarks.input.Scenario;
import io.ridecast.benchmarks.ladder.DrainRunner;
import io.ridecast.benchmarks.ladder.LadderSettings;
import io.ridecast.benchmarks.ladder.Variant;
import io.ridecast.benchmarks.report.Measured;
import io.ridecast.benchmarks.report.Spread;
import io.ridecast.benchmarks.service.AggregatorProcess;
import io.ridecast.benchmarks.service.StartTimes;
import io.ridecast.schemas.serdes.AvroSerdes;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.utils.Utils;

/**
 * How long the aggregator takes to have the state of two years again: on an empty disk, and after
 * it was killed in the midst of its work.
 */
public final class Restore {
  private static final int DAYS = 731;
  private static final int NEW_RIDES = 200_000;

  private final LadderSettings settings;
  private final PrintStream out;
  private final List<StartTimes> empty = new ArrayList<>();
  private final List<StartTimes> killed = new ArrayList<>();
  private final List<Double> counting = new ArrayList<>();

  public Restore(LadderSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /** Feeds two years through, then starts on them again and again. */
  public List<Measured> measure() {
    out.printf("%,d rides of %d days in 77 communities%n", settings.rides(), DAYS);
    Scenario scenario = Scenario.chicago(settings.rides(), DAYS);
    try (FilledBroker filled = FilledBroker.start(settings.work(), scenario, 0)) {
      new DrainRunner(settings, out).run(filled, Variant.REAL, "restore");
      for (int round = 1; round <= settings.rounds(); round++) {
        round(filled, settings.work().resolve("restore"));
      }
    }
    print("empty disk", empty);
    print("after kill -9", killed);
    out.printf(Locale.ROOT, "new rides counted    %6.0f ms after the start%n", median(counting));
    return List.of(
        Measured.of("aggregator.restore", restoring(empty), "ms"),
        Measured.of("aggregator.restore-after-kill", restoring(killed), "ms"));
  }

  private void round(FilledBroker filled, Path state) {
    delete(state);
    try (AggregatorProcess process = start(filled, state)) {
      empty.add(process.times());
      Instant lastDay = filled.input().scenario().end().minus(Duration.ofHours(12));
      new ExtraRides(
              filled.kafka(),
              new AvroSerdes(new SharedSchemas()),
              filled.input().scenario().catalogue().communities())
          .send(NEW_RIDES, lastDay);
      process.countedMillis(NEW_RIDES / 4);
      process.kill();
    }
    try (AggregatorProcess process = start(filled, state)) {
      killed.add(process.times());
      counting.add(process.countedMillis(1));
    }
  }

  private AggregatorProcess start(FilledBroker filled, Path state) {
    return AggregatorProcess.start(filled.kafka(), settings.flags(), state);
  }

  private void print(String what, List<StartTimes> times) {
    Spread restoring = restoring(times);
    out.printf(
        Locale.ROOT,
        "%-14s restore %6.0f ms (%.0f-%.0f), running after %6.0f ms, %,d changelog records%n",
        what,
        restoring.median(),
        restoring.low(),
        restoring.high(),
        median(times.stream().map(StartTimes::runningMillis).toList()),
        times.get(0).records());
  }

  private static Spread restoring(List<StartTimes> times) {
    return Spread.of(times.stream().map(StartTimes::restoreMillis).toList());
  }

  private static double median(List<Double> values) {
    return Spread.of(values).median();
  }

  private static void delete(Path directory) {
    try {
      Utils.delete(directory.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

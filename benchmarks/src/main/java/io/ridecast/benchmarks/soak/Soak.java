package io.ridecast.benchmarks.soak;

import io.ridecast.benchmarks.broker.BenchBroker;
import io.ridecast.benchmarks.broker.BenchTopics;
import io.ridecast.benchmarks.input.Scenario;
import io.ridecast.benchmarks.report.Measured;
import io.ridecast.benchmarks.report.Spread;
import io.ridecast.benchmarks.service.AggregatorProcess;
import io.ridecast.benchmarks.service.AggregatorProcess.Footprint;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;

/**
 * Rides for a long time, fast, with days that pass in seconds, so that what is old has to be
 * dropped: does memory stay flat?
 */
public final class Soak {
  private static final int SECONDS_A_DAY = 5;
  private static final int PRINTED_EVERY = 12;

  private final SoakSettings settings;
  private final PrintStream out;
  private final List<Sample> samples = new ArrayList<>();

  public Soak(SoakSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /** Runs for the given time and says whether memory was flat. */
  public List<Measured> measure() {
    out.printf(
        "%,d rides a second for %d minutes, a day each %d s, JVM %s%n",
        settings.rate(),
        settings.length().toMinutes(),
        SECONDS_A_DAY,
        String.join(" ", settings.flags()));
    try (BenchBroker broker = BenchBroker.start(settings.work());
        BenchTopics topics = new BenchTopics(broker.kafka())) {
      topics.create();
      try (AggregatorProcess process =
              AggregatorProcess.start(
                  broker.kafka(), settings.flags(), settings.work().resolve("soak"));
          PacedRides rides = new PacedRides(broker.kafka(), scenario(), settings.rate())) {
        sample(process, rides);
      }
    }
    new Plot(samples).save(settings.plot());
    print("resident MiB", Sample::residentMiB);
    print("heap MiB after collection", Sample::heapMiB);
    out.println("Picture: " + settings.plot());
    return List.of(
        measured("soak.resident", Sample::residentMiB), measured("soak.heap", Sample::heapMiB));
  }

  /** More days than will pass. */
  private Scenario scenario() {
    int days = (int) (settings.length().toSeconds() / SECONDS_A_DAY) * 2;
    return Scenario.chicago(days * SECONDS_A_DAY * settings.rate(), days);
  }

  private void sample(AggregatorProcess process, PacedRides rides) {
    long start = System.nanoTime();
    long end = start + settings.length().toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(settings.every().toNanos());
      Footprint footprint = process.footprint();
      Sample sample =
          new Sample(
              (System.nanoTime() - start) / 1e9,
              footprint.residentMiB(),
              footprint.heapMiB(),
              rides.sent() - footprint.rides());
      if (samples.size() % PRINTED_EVERY == 0) {
        out.printf(
            Locale.ROOT,
            "%5.0f s  resident %4.0f MiB, heap %4.0f MiB, %,d rides behind%n",
            sample.seconds(),
            sample.residentMiB(),
            sample.heapMiB(),
            sample.behind());
      }
      samples.add(sample);
    }
  }

  private void print(String what, ToDoubleFunction<Sample> figure) {
    Flatness flatness = Flatness.of(samples, figure);
    out.printf(
        Locale.ROOT,
        "%-26s second quarter %.0f, last quarter %.0f: %s (%.2f)%n",
        what,
        flatness.second(),
        flatness.last(),
        flatness.isFlat() ? "flat" : "NOT FLAT",
        flatness.ratio());
  }

  private Measured measured(String name, ToDoubleFunction<Sample> figure) {
    double growth = Flatness.of(samples, figure).ratio();
    Spread values = Spread.of(samples.stream().map(figure::applyAsDouble).toList());
    return Measured.of(name, values, "MiB", "second-quarter", new Spread(growth, growth, growth));
  }
}

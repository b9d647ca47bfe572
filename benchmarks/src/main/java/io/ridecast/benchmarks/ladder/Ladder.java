package io.ridecast.benchmarks.ladder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ridecast.benchmarks.input.Input;
import io.ridecast.benchmarks.input.Scenario;
import io.ridecast.benchmarks.machine.BenchBroker;
import io.ridecast.benchmarks.machine.BenchTopics;
import io.ridecast.benchmarks.machine.ChildProcess;
import io.ridecast.benchmarks.machine.ProfileText;
import io.ridecast.benchmarks.machine.Run;
import io.ridecast.benchmarks.machine.SharedSchemas;
import io.ridecast.benchmarks.report.Measured;
import io.ridecast.benchmarks.report.Spread;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.schemas.serdes.AvroSerdes;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How fast a backlog is worked off, from reading alone to the aggregator with everything on. Each
 * run is in a fresh JVM; the variants take turns, so that what else the machine does hits all.
 */
public final class Ladder {
  private static final int DAYS = 400;

  private final LadderSettings settings;
  private final PrintStream out;
  private final AvroSerdes serdes = new AvroSerdes(new SharedSchemas());
  private final Results results = new Results();

  public Ladder(LadderSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /**
   * Climbs it and prints it.
   *
   * @throws IllegalStateException if a run's counts were wrong
   */
  public List<Measured> measure() {
    Scenario scenario = new Scenario(Catalogue.chicago(), settings.rides(), DAYS);
    try (BenchBroker broker = BenchBroker.start(settings.work());
        BenchTopics topics = new BenchTopics(broker.kafka())) {
      topics.create();
      out.printf("Filling with %,d rides ...%n", settings.rides());
      Input input = Input.fill(scenario, broker.kafka(), serdes, settings.shortRides());
      for (int round = 1; round <= settings.rounds(); round++) {
        for (Variant variant : settings.variants()) {
          climb(round, variant, broker, topics, input);
        }
      }
    }
    out.println(new LadderTable(results));
    return measured();
  }

  private void climb(
      int number, Variant variant, BenchBroker broker, BenchTopics topics, Input input) {
    topics.resetOutput();
    int rides = variant.takesFewRides() ? input.shortRides() : settings.rides();
    String name = variant.name().toLowerCase(Locale.ROOT) + "-" + number;
    Path directory = settings.work().resolve(name);
    Run run =
        run(
            new VariantSetup(variant, broker.kafka(), directory, rides, input.scenario().closes()),
            name);
    List<String> violations = new RunCheck(broker.kafka(), serdes, input).violations(variant, run);
    if (!violations.isEmpty()) {
      throw new IllegalStateException(
          "%s counted wrong, %d violations: %s"
              .formatted(name, violations.size(), violations.subList(0, 3)));
    }
    Round round = new Round(number, variant, rides, run, topics.outputBytes());
    results.add(round);
    out.printf(
        Locale.ROOT,
        "round %d %-15s warm %5.0fk/s, all %5.0fk/s, thread %5.2f us, process %5.2f s/M%n",
        number,
        variant.name().toLowerCase(Locale.ROOT),
        run.warmRate() / 1e3,
        run.rate() / 1e3,
        run.threadMicros(),
        run.processSeconds());
  }

  private Run run(VariantSetup setup, String name) {
    Map<String, String> variables = setup.variables();
    Path recording = settings.work().resolve(name + ".jfr");
    variables.put("PROFILE", settings.profile() ? recording.toString() : "");
    Path log = settings.work().resolve(name + ".log");
    try (ChildProcess process =
        ChildProcess.start(VariantMain.class, settings.flags(), variables, log)) {
      Run run = new ObjectMapper().readValue(process.await(VariantMain.RESULT), Run.class);
      if (settings.profile()) {
        out.println(ProfileText.of(recording, run.thread(), run.warmTime()));
      }
      return run;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Measured> measured() {
    List<Measured> measured = new ArrayList<>();
    if (results.has(Variant.REAL)) {
      Spread rates = results.spread(Variant.REAL, round -> round.run().warmRate());
      results
          .ratio(Variant.REAL)
          .ifPresent(
              ratio ->
                  measured.add(
                      Measured.of("aggregator.drain", rates, "records/s", "plain-loop", ratio)));
    }
    return measured;
  }
}

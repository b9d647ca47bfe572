package io.ridecast.benchmarks.ladder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ridecast.benchmarks.broker.FilledBroker;
import io.ridecast.benchmarks.machine.ChildProcess;
import io.ridecast.benchmarks.machine.ProfileText;
import io.ridecast.benchmarks.machine.Run;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs one variant in a fresh JVM and looks whether it counted right. */
public final class DrainRunner {
  private final LadderSettings settings;
  private final PrintStream out;

  public DrainRunner(LadderSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /**
   * One run.
   *
   * @param name of its log and its state
   * @throws IllegalStateException if the counts were wrong: then its figures mean nothing
   */
  public Run run(FilledBroker filled, Variant variant, String name) {
    filled.topics().resetOutput();
    Run run = run(setup(filled, variant, name), filled, name);
    List<String> violations = new RunCheck(filled).violations(variant, run);
    if (!violations.isEmpty()) {
      throw new IllegalStateException(
          "%s counted wrong, %d violations, such as %s"
              .formatted(name, violations.size(), violations.get(0)));
    }
    print(name, run);
    return run;
  }

  /**
   * Runs a variant unrated. A broker runs for months, and this one has just started: its compiler
   * takes up to two thirds of a core until it has seen some hundred transactions, on a machine
   * where the measured process needs both.
   */
  public void warmUp(FilledBroker filled, Variant variant, String name) {
    for (int time = 1; time <= settings.warmUps(); time++) {
      run(filled, variant, name + "-unrated-" + time);
    }
  }

  private VariantSetup setup(FilledBroker filled, Variant variant, String name) {
    return new VariantSetup(
        variant,
        filled.kafka(),
        settings.work().resolve(name),
        variant.takesFewRides() ? filled.input().shortRides() : filled.input().scenario().rides(),
        filled.input().scenario().closes());
  }

  private Run run(VariantSetup setup, FilledBroker filled, String name) {
    Path recording = settings.work().resolve(name + ".jfr");
    Map<String, String> variables = setup.variables();
    variables.put("PROFILE", settings.profile() ? recording.toString() : "");
    filled.input().scenario().file().ifPresent(file -> variables.put("CATALOG", file.toString()));
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

  private void print(String name, Run run) {
    out.printf(
        Locale.ROOT,
        "%-18s warm %5.0fk/s, all %5.0fk/s, thread %5.2f us, process %5.2f s/M%n",
        name,
        run.warmRate() / 1e3,
        run.rate() / 1e3,
        run.threadMicros(),
        run.processSeconds());
  }
}

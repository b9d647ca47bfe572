package io.ridecast.benchmarks;

import io.ridecast.benchmarks.inference.Inference;
import io.ridecast.benchmarks.ladder.Ladder;
import io.ridecast.benchmarks.ladder.LadderSettings;
import io.ridecast.benchmarks.report.Machine;
import io.ridecast.benchmarks.report.Measured;
import io.ridecast.benchmarks.report.Report;
import io.ridecast.benchmarks.restore.Restore;
import io.ridecast.benchmarks.soak.Soak;
import io.ridecast.benchmarks.soak.SoakSettings;
import io.ridecast.benchmarks.watermarks.WatermarkDelay;
import io.ridecast.benchmarks.zones.ZoneScale;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.runtime.settings.InvalidSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Utils;

/** Measures what MEASURES names, prints it and keeps it in the report. */
final class BenchMain {
  private final Map<String, Supplier<List<Measured>>> measures = new LinkedHashMap<>();
  private final Environment environment;
  private final Path work;
  private final Path file;

  private BenchMain(Environment environment) {
    this.environment = environment;
    Path directory = environment.path("BENCH_DIR", Path.of("target", "bench"));
    this.work = directory.resolve("work").toAbsolutePath();
    this.file = directory.resolve("report.json");
    LadderSettings ladder = LadderSettings.from(environment, work);
    measures.put("ladder", () -> new Ladder(ladder, System.out).measure());
    SoakSettings soak = SoakSettings.from(environment, work);
    measures.put("zones", () -> new ZoneScale(ladder, System.out).measure());
    measures.put("restore", () -> new Restore(ladder, System.out).measure());
    measures.put("watermark", () -> new WatermarkDelay(ladder, System.out).measure());
    measures.put("inference", () -> new Inference(ladder, System.out).measure());
    measures.put("soak", () -> new Soak(soak, System.out).measure());
  }

  /** Ends with 0 when all was measured and right, 2 when the settings are wrong. */
  public static void main(String[] arguments) throws IOException {
    Environment environment = Environment.of(System.getenv());
    BenchMain bench = new BenchMain(environment);
    List<String> chosen = bench.chosen();
    try {
      environment.check();
    } catch (InvalidSettings invalid) {
      System.err.println(invalid.getMessage());
      System.exit(2);
    }
    bench.run(chosen);
    System.exit(0);
  }

  private List<String> chosen() {
    List<String> chosen = environment.list("MEASURES", List.copyOf(measures.keySet()));
    if (!measures.keySet().containsAll(chosen)) {
      environment.problem("MEASURES", "has to be of " + String.join(",", measures.keySet()));
    }
    return chosen;
  }

  private void run(List<String> chosen) throws IOException {
    String machine = Machine.description();
    System.out.println(machine);
    Report report = Report.load(file, machine);
    for (String name : chosen) {
      Utils.delete(work.toFile());
      Files.createDirectories(work);
      System.out.println("\n" + name);
      report = report.with(measures.getOrDefault(name, List::of).get());
      report.save(file);
    }
    System.out.println("\nReport: " + file);
  }
}

package io.ridecast.benchmarks.inference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ridecast.benchmarks.ladder.LadderSettings;
import io.ridecast.benchmarks.machine.ChildProcess;
import io.ridecast.benchmarks.report.Measured;
import io.ridecast.benchmarks.report.Spread;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How long the forecasts of a whole city take, 77 communities and three days each, by a model of
 * the usual size: the features alone, and with the boosters. Each round is a fresh JVM, one thread,
 * warm.
 */
public final class Inference {
  private final LadderSettings settings;
  private final PrintStream out;

  public Inference(LadderSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /** Trains once, then measures in rounds; milliseconds. */
  public List<Measured> measure() {
    Path city = settings.work().resolve("city");
    train(city);
    List<ForecastTimes> rounds = new ArrayList<>();
    for (int round = 1; round <= settings.rounds(); round++) {
      rounds.add(round(city, settings.work().resolve("inference-" + round + ".log")));
    }
    return List.of(
        measured("inference.231-features", "features", rounds, ForecastTimes::featuresMillis),
        measured("inference.231-rows", "whole forecast", rounds, ForecastTimes::forecastMillis));
  }

  private void train(Path city) {
    long started = System.nanoTime();
    try {
      TrainedCity.train().save(city);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.printf(
        Locale.ROOT,
        "77 communities x 3 days with weather; the model took %.0f s%n",
        (System.nanoTime() - started) / 1e9);
  }

  private ForecastTimes round(Path city, Path log) {
    try (ChildProcess process =
        ChildProcess.start(
            InferenceMain.class,
            settings.flags(),
            Map.of(InferenceMain.CITY, city.toString()),
            log)) {
      return new ObjectMapper().readValue(process.await(InferenceMain.RESULT), ForecastTimes.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Measured measured(
      String name,
      String what,
      List<ForecastTimes> rounds,
      ToDoubleFunction<ForecastTimes> figure) {
    Spread spread = Spread.of(rounds.stream().map(figure::applyAsDouble).toList());
    out.printf(
        Locale.ROOT,
        "%-16s %.2f ms (%.2f-%.2f)%n",
        what,
        spread.median(),
        spread.low(),
        spread.high());
    return Measured.of(name, spread, "ms");
  }
}

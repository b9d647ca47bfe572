package io.ridecast.benchmarks.inference;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ridecast.benchmarks.report.Spread;
import io.ridecast.forecasting.model.ForecastInput;
import io.ridecast.forecasting.model.ForecastModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Forecasts a city again and again and prints how long it took. */
final class InferenceMain {
  static final String CITY = "CITY_DIR";
  static final String RESULT = "times ";
  private static final long WARM_UP_NANOS = Duration.ofSeconds(3).toNanos();
  private static final int TIMES = 500;
  private static final double NANOS_PER_MILLI = 1e6;

  private InferenceMain() {}

  public static void main(String[] arguments) throws IOException {
    TrainedCity city = TrainedCity.load(Path.of(System.getenv(CITY)));
    ForecastModel model = city.model();
    List<ForecastInput> inputs = city.panel().inputs();
    ForecastTimes times =
        new ForecastTimes(
            millis(() -> model.features(inputs, 1)), millis(() -> model.forecast(inputs, 1)));
    System.out.println(RESULT + new ObjectMapper().writeValueAsString(times));
    System.exit(0);
  }

  private static double millis(Runnable work) {
    for (long start = System.nanoTime(); System.nanoTime() - start < WARM_UP_NANOS; ) {
      work.run();
    }
    List<Double> millis = new ArrayList<>();
    for (int time = 0; time < TIMES; time++) {
      long started = System.nanoTime();
      work.run();
      millis.add((System.nanoTime() - started) / NANOS_PER_MILLI);
    }
    return Spread.of(millis).median();
  }
}

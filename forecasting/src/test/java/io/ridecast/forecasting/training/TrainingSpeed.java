package io.ridecast.forecasting.training;

import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.model.ForecastInput;
import io.ridecast.forecasting.model.ForecastModel;
import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Times a quick training of a whole city, and a forecast of all its communities. */
final class TrainingSpeed {
  private TrainingSpeed() {}

  /** Arguments: communities, days, quick or defaults, threads. */
  public static void main(String[] arguments) throws Exception {
    DemandPanel panel =
        SyntheticCity.panel(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), 1);
    TrainingParameters parameters =
        (arguments[2].equals("quick") ? TrainingParameters.quick() : TrainingParameters.defaults())
            .withThreads(Integer.parseInt(arguments[3]));
    Map<TrainingStage, Double> ends = new EnumMap<>(TrainingStage.class);
    long started = System.nanoTime();
    TrainedModel trained =
        new ModelTraining()
            .train(
                panel,
                parameters,
                (stage, done) -> ends.put(stage, (System.nanoTime() - started) / 1e9));
    System.out.println("seconds at the end of each stage: " + ends);
    System.out.println("report: " + trained.report().metrics());
    System.out.println("bundle: " + trained.bundle().bytes().length + " bytes");
    var operatingSystem =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.printf("CPU: %.1f s%n", operatingSystem.getProcessCpuTime() / 1e9);
    List<ForecastInput> inputs = panel.inputs();
    ForecastModel model =
        ModelBundle.read(trained.bundle().bytes(), trained.bundle().sha256()).model("1");
    for (int round = 0; round < 5; round++) {
      time("features", 300, () -> model.features(inputs, 1));
      time("forecasts", 300, () -> model.forecast(inputs, 1));
    }
  }

  private static void time(String what, int times, Runnable work) {
    long started = System.nanoTime();
    for (int index = 0; index < times; index++) {
      work.run();
    }
    System.out.printf("%s: %.3f ms%n", what, (System.nanoTime() - started) / 1e6 / times);
  }
}

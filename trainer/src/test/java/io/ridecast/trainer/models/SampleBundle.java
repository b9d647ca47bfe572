package io.ridecast.trainer.models;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.ModelTraining;
import io.ridecast.forecasting.training.ProgressListener;
import io.ridecast.forecasting.training.TrainedModel;
import io.ridecast.forecasting.training.TrainingParameters;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;

/** Real models of a small city, trained once for all tests of this JVM. */
public final class SampleBundle {
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 6);
  private static final TrainedModel ONE = train(1);
  private static final TrainedModel OTHER = train(2);

  private SampleBundle() {}

  public static TrainedModel one() {
    return ONE;
  }

  public static TrainedModel other() {
    return OTHER;
  }

  /** Demand of one community over so many days. */
  public static DemandPanel panel(int days, long seed) {
    Random random = new Random(seed);
    float[] rides = new float[days];
    for (int day = 0; day < days; day++) {
      double level = 60 + 25 * (day % 7);
      rides[day] = (float) Math.max(0, Math.rint(level + 12 * random.nextGaussian()));
    }
    return DemandPanel.of(Catalogue.chicago(), Map.of("6", DemandSeries.of(FIRST, rides)));
  }

  private static TrainedModel train(long seed) {
    return new ModelTraining()
        .train(panel(120, seed), TrainingParameters.quick().withThreads(1), ProgressListener.NONE);
  }
}

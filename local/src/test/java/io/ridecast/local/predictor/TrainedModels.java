package io.ridecast.local.predictor;

import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.ModelTraining;
import io.ridecast.forecasting.training.ProgressListener;
import io.ridecast.forecasting.training.TrainingParameters;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** A made-up city's demand, and real models trained on it. */
final class TrainedModels {
  static final int DAYS = 120;
  static final LocalDate LAST = LocalDate.of(2020, 9, 10);
  static final LocalDate FIRST = LAST.minusDays(DAYS - 1L);
  private static final double[] WEEKDAY = {.75, .73, .74, .86, 1.16, 1.58, 1.17};

  private final Catalogue catalogue = Catalogue.chicago();
  private final Map<String, DemandSeries> demand = new HashMap<>();

  TrainedModels() {
    Random random = new Random(7);
    for (Community community : catalogue.communities()) {
      float[] rides = new float[DAYS];
      for (int i = 0; i < DAYS; i++) {
        double level = 400.0 / community.number();
        double weekday = WEEKDAY[FIRST.plusDays(i).getDayOfWeek().getValue() - 1];
        rides[i] = Math.round(level * weekday * (0.8 + 0.4 * random.nextDouble()));
      }
      demand.put(community.key(), DemandSeries.of(FIRST, rides));
    }
  }

  Catalogue catalogue() {
    return catalogue;
  }

  int rides(Community community, LocalDate day) {
    DemandSeries series = demand.get(community.key());
    return (int) series.at(day.isAfter(LAST) ? day.minusDays(7) : day);
  }

  int total(LocalDate day) {
    return catalogue.communities().stream().mapToInt(community -> rides(community, day)).sum();
  }

  ModelBundle train(long seed) {
    return new ModelTraining()
        .train(
            DemandPanel.of(catalogue, demand),
            TrainingParameters.quick().withSeed(seed),
            ProgressListener.NONE)
        .bundle();
  }
}

package io.ridecast.benchmarks.inference;

import io.ridecast.feed.simulation.SimulatedHistory;
import io.ridecast.feed.simulation.SimulatedWeather;
import io.ridecast.feed.simulation.Simulation;
import io.ridecast.forecasting.backtest.AbsentDays;
import io.ridecast.forecasting.bundle.InvalidBundle;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.forecasting.circumstances.Circumstances;
import io.ridecast.forecasting.model.ForecastModel;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.ModelTraining;
import io.ridecast.forecasting.training.PanelFile;
import io.ridecast.forecasting.training.ProgressListener;
import io.ridecast.forecasting.training.TrainingParameters;
import io.ridecast.forecasting.weather.WeatherHistory;
import io.ridecast.local.backtest.RideCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A simulated Chicago with its weather, and a model of the usual size trained on it. */
record TrainedCity(DemandPanel panel, ModelBundle bundle) {
  private static final Simulation SIMULATION =
      Simulation.usual().withRidesPerDay(1_000).withHistoryDays(500);

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final String PANEL = "panel.csv.gz";
  private static final String BUNDLE = "model.bundle";

  /** Trains; takes up to a minute. */
  static TrainedCity train() {
    Catalogue catalogue = Catalogue.chicago();
    DemandPanel panel =
        withWeather(
            RideCounts.of(
                    new SimulatedHistory(SIMULATION), catalogue, ServiceCalendar.always(), NOW)
                .counts()
                .panel(catalogue, ServiceCalendar.always(), AbsentDays.ZERO));
    return new TrainedCity(
        panel,
        new ModelTraining()
            .train(panel, TrainingParameters.defaults(), ProgressListener.NONE)
            .bundle());
  }

  /** Reads what {@link #save} wrote. */
  static TrainedCity load(Path directory) throws IOException {
    try {
      return new TrainedCity(
          withWeather(
              PanelFile.read(Files.readAllBytes(directory.resolve(PANEL)), Catalogue.chicago())),
          ModelBundle.read(Files.readAllBytes(directory.resolve(BUNDLE))));
    } catch (InvalidBundle e) {
      throw new IllegalStateException(e);
    }
  }

  void save(Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.write(directory.resolve(PANEL), PanelFile.write(panel));
    Files.write(directory.resolve(BUNDLE), bundle.bytes());
  }

  ForecastModel model() {
    return bundle.model("1");
  }

  private static DemandPanel withWeather(DemandPanel panel) {
    var days = panel.catalogue().serviceDay();
    SimulatedWeather weather = new SimulatedWeather(SIMULATION.seed(), days);
    return panel.in(
        Circumstances.usual()
            .with(WeatherHistory.of(weather.issuedOn(panel.first(), panel.last())), days));
  }
}

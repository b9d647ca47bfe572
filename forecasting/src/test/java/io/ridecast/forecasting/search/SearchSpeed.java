package io.ridecast.forecasting.search;

import io.ridecast.forecasting.backtest.AbsentDays;
import io.ridecast.forecasting.backtest.DailyFile;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.SyntheticCity;
import io.ridecast.forecasting.training.TrainingParameters;
import java.nio.file.Path;
import java.time.LocalDate;

/** Times a search, and shows what it finds. */
final class SearchSpeed {
  private SearchSpeed() {}

  /**
   * Arguments: trials, then communities and days, or a catalogue, a daily file and the last day.
   */
  public static void main(String[] arguments) {
    DemandPanel panel = panel(arguments);
    long started = System.nanoTime();
    SearchResult result =
        new ParameterSearch(
                panel,
                panel.last(),
                TrainingParameters.defaults(),
                trial ->
                    System.out.printf(
                        "%6.1f s rung %d %s %.4f %s%n",
                        (System.nanoTime() - started) / 1e9,
                        trial.rung(),
                        trial.name(),
                        trial.loss(),
                        trial.parameters().mean()))
            .run(SearchBudget.of(Integer.parseInt(arguments[0])));
    System.out.println(result.chosen());
  }

  private static DemandPanel panel(String... arguments) {
    if (arguments.length == 3) {
      return SyntheticCity.panel(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), 1);
    }
    Catalogue catalogue = Catalogue.load(Path.of(arguments[1]));
    return DailyFile.read(Path.of(arguments[2]), catalogue)
        .panel(catalogue, ServiceCalendar.always(), AbsentDays.ZERO)
        .until(LocalDate.parse(arguments[3]));
  }
}

package io.ridecast.trainer.steps;

import io.ridecast.forecasting.search.SearchResult;
import io.ridecast.forecasting.search.Trial;
import io.ridecast.forecasting.search.TrialListener;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.TrainingParameters;
import io.ridecast.trainer.tracking.StepNotes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Searches the parameters to train with. */
public final class TuneStep implements StepWork<SearchResult> {
  /** The parameters that were chosen. */
  public static final String PARAMETERS = "parameters.json";

  /** Every trial of every rung. */
  public static final String TRIALS = "trials.csv";

  private final ModelFitting fitting;
  private final DemandPanel panel;
  private final TrialListener listener;

  public TuneStep(ModelFitting fitting, DemandPanel panel, TrialListener listener) {
    this.fitting = fitting;
    this.panel = panel;
    this.listener = listener;
  }

  @Override
  public SearchResult carryOut() {
    return fitting.search(panel, listener);
  }

  @Override
  public Map<String, byte[]> files(SearchResult result) {
    return Map.of(
        PARAMETERS,
        NamedValues.write(result.chosen().named()),
        TRIALS,
        table(result.trials()).getBytes(StandardCharsets.UTF_8));
  }

  /** The trials stay in their file; what goes on is what was chosen. */
  @Override
  public SearchResult restored(Map<String, byte[]> files) throws IOException {
    try {
      Map<String, String> named = NamedValues.read(NamedFile.of(files, PARAMETERS));
      return new SearchResult(fitting.defaults().from(named), List.of());
    } catch (IllegalArgumentException e) {
      throw new IOException("no parameters of this release: " + e.getMessage(), e);
    }
  }

  @Override
  public String phrase(SearchResult result) {
    if (result.trials().isEmpty()) {
      return "no search: the default parameters";
    }
    long trials = result.trials().stream().map(Trial::number).distinct().count();
    return result
        .best()
        .map(
            best ->
                String.format(
                    Locale.ROOT,
                    "%d trials; %s, at %.4f of the defaults' loss: %s",
                    trials,
                    best.name(),
                    best.loss(),
                    shape(best.parameters())))
        .orElse(trials + " trials, none better than the defaults");
  }

  @Override
  public StepNotes notes(SearchResult result) {
    return StepNotes.none()
        .parameters(result.chosen().named())
        .trials(TrialNotes.of(result))
        .file(TRIALS, table(result.trials()).getBytes(StandardCharsets.UTF_8));
  }

  private static String shape(TrainingParameters parameters) {
    var mean = parameters.mean();
    return "depth %d, eta %s, %d and %d trees"
        .formatted(mean.maxDepth(), mean.eta(), mean.rounds(), parameters.quantiles().rounds());
  }

  private static String table(List<Trial> trials) {
    StringBuilder table = new StringBuilder("trial,rung,loss,parameters\n");
    for (Trial trial : trials) {
      table.append(
          String.format(
              Locale.ROOT,
              "%s,%d,%.6f,\"%s\"%n",
              trial.name(),
              trial.rung(),
              trial.loss(),
              trial.parameters().mean().named()));
    }
    return table.toString();
  }
}

package io.ridecast.trainer.steps;

import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.circumstances.Circumstances;
import io.ridecast.forecasting.search.SearchResult;
import io.ridecast.forecasting.search.TrialListener;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.HeldOutDays;
import io.ridecast.forecasting.training.HeldOutForecasts;
import io.ridecast.forecasting.training.ProgressListener;
import io.ridecast.forecasting.training.TrainingParameters;
import io.ridecast.forecasting.weather.WeatherFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Makes real models of a small city, each once for all tests of this JVM; counts its work. */
public final class SmallFitting implements ModelFitting {
  private static final Map<String, ModelBundle> MADE = new ConcurrentHashMap<>();

  private final List<String> work = new ArrayList<>();
  private final TrainingParameters defaults;
  private final BoostedFitting real;
  private Consumer<String> before = what -> {};
  private UnaryOperator<HeldOutForecasts> heldOut = UnaryOperator.identity();

  public SmallFitting() {
    this(TrainingParameters.quick().withThreads(1));
  }

  public SmallFitting(TrainingParameters defaults) {
    this.defaults = defaults;
    this.real = new BoostedFitting(defaults, 0, Duration.ofMinutes(1), () -> Instant.EPOCH);
  }

  /** Does this before each piece of work: search, candidate, served, held out. */
  public SmallFitting before(Consumer<String> what) {
    before = what;
    return this;
  }

  /** Changes what the candidate forecasts. */
  public SmallFitting heldOut(UnaryOperator<HeldOutForecasts> change) {
    heldOut = change;
    return this;
  }

  /** What it has done, in order. */
  public List<String> work() {
    return List.copyOf(work);
  }

  @Override
  public TrainingParameters defaults() {
    return defaults;
  }

  @Override
  public SearchResult search(DemandPanel panel, TrialListener listener) {
    begin("search");
    return real.search(panel, listener);
  }

  @Override
  public ModelBundle candidate(
      DemandPanel panel, TrainingParameters parameters, ProgressListener listener) {
    begin("candidate");
    return made("candidate", panel, parameters, () -> real.candidate(panel, parameters, listener));
  }

  @Override
  public ModelBundle served(
      DemandPanel panel, TrainingParameters parameters, ProgressListener listener) {
    begin("served");
    return made("served", panel, parameters, () -> real.served(panel, parameters, listener));
  }

  @Override
  public HeldOutForecasts heldOut(
      DemandPanel panel, ModelBundle model, HeldOutDays days, ProgressListener listener) {
    begin("held out");
    return heldOut.apply(real.heldOut(panel, model, days, listener));
  }

  private void begin(String what) {
    before.accept(what);
    work.add(what);
  }

  private static ModelBundle made(
      String what, DemandPanel panel, TrainingParameters parameters, Supplier<ModelBundle> make) {
    Circumstances circumstances = panel.circumstances();
    String key =
        what
            + panel.city().hashCode()
            + parameters
            + circumstances.events().text()
            + WeatherFile.text(circumstances.weather());
    return MADE.computeIfAbsent(key, unused -> make.get());
  }
}

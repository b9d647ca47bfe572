package io.ridecast.local.story;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.training.ModelTraining;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.Forecast;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.ModelRole;
import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the demo as it goes: the history, the model, the first forecasts, then a line a day. Fed
 * with the records of the topics and called regularly, always by one thread.
 */
public final class Story {
  private static final int FIRST_ROWS = 10;

  private final Screen screen;
  private final Stopwatch watch;
  private final List<Community> communities;
  private final int rows;
  private final DayBook days;
  private final ForecastBook forecasts = new ForecastBook();
  private final Set<String> refusals = new HashSet<>();

  private @Nullable History history;
  private @Nullable ModelAnnouncement model;
  private boolean historyIsTold;
  private boolean fallbackIsTold;
  private boolean modelServes = true;
  private @Nullable LocalDate lastTold;
  private String training = "";

  /**
   * @param whole whether the first forecasts are shown of all communities, or of the largest
   */
  public Story(Screen screen, Stopwatch watch, Catalogue catalogue, boolean whole) {
    this.rows = whole ? catalogue.communities().size() : FIRST_ROWS;
    this.screen = screen;
    this.watch = watch;
    this.communities = catalogue.communities();
    this.days = new DayBook(this::communitiesOn);
  }

  /** Says what is being loaded. */
  public void begins(History loading) {
    history = loading;
    screen.line(
        String.format(
            Locale.ROOT,
            "History   %s to %s, %,d days%s",
            loading.from(),
            loading.to(),
            loading.days(),
            loading.resumed() ? "; goes on where an earlier run ended" : ""));
  }

  public void apply(DailyDemand demand) {
    days.apply(demand);
  }

  public void apply(Forecast forecast) {
    forecasts.apply(forecast);
  }

  /** Takes a model in; it is told when it serves. */
  public void apply(ModelAnnouncement announcement) {
    if (announcement.getRole() == ModelRole.CHAMPION
        && (model == null || announcement.getSequence() > model.getSequence())) {
      model = announcement;
      modelServes = false;
    }
  }

  /**
   * Takes a step of a training in; a refusal is told when it happens, not when it is read again.
   */
  public void apply(TrainingRun run) {
    training = run.getStep().name().toLowerCase(Locale.ROOT);
    if (run.getStep() == TrainingStep.GATE
        && run.getStatus() == TrainingStatus.REFUSED
        && refusals.add(run.getRunId())) {
      screen.line("Model     not announced: " + Optional.ofNullable(run.getDetail()).orElse(""));
    }
  }

  /** Tells what has become true since the last call. */
  public void tick() {
    History loading = history;
    if (loading == null) {
      return;
    }
    if (!historyIsTold) {
      tellHistory(loading);
    } else if (lastTold == null) {
      tellForecasts(loading);
    } else {
      tellModel();
      tellDays(lastTold);
    }
  }

  /** Whether all loaded days are closed and every community has a model's forecast after them. */
  public boolean isComplete() {
    return lastTold != null;
  }

  /** Whether all loaded days are closed. */
  public boolean isLoaded() {
    return historyIsTold;
  }

  /** Whether the history is loaded but no model can come of it, until more days are closed. */
  public boolean isWithoutModel() {
    return historyIsTold && lastTold == null && (!refusals.isEmpty() || historyIsTooShort());
  }

  private void tellHistory(History loading) {
    if (days.settledThrough(loading.from(), loading.to())) {
      historyIsTold = true;
      screen.line(
          String.format(
              Locale.ROOT,
              "          %,d rides counted, every day closed, after %s",
              days.settledRides(),
              watch.elapsed()));
      if (historyIsTooShort()) {
        screen.line(
            "Model     none yet: %d days are closed, a model needs %d"
                .formatted(days.settledDays(), ModelTraining.NEEDED_DAYS));
      }
      return;
    }
    screen.bar(
        "counting",
        (double) days.settledDays() / loading.days(),
        String.format(Locale.ROOT, "%,d rides, %,d days closed", days.rides(), days.settledDays()));
  }

  private void tellForecasts(History loading) {
    long byModel = forecasts.byModel(loading.to());
    if (byModel >= communities.size()) {
      tellModel();
      screen.line(
          String.format(
              Locale.ROOT,
              "Forecasts of all %d communities by model %s after %s%s",
              communities.size(),
              forecasts.latest(communities.get(0).key()).map(Forecast::getModelVersion).orElse(""),
              watch.elapsed(),
              rows < communities.size() ? "; the largest:" : ":"));
      ForecastTable.of(communities, forecasts, rows).forEach(l -> screen.line("  " + l));
      lastTold = days.lastSettled().orElse(loading.to());
      return;
    }
    if (!fallbackIsTold && model == null && forecasts.of(loading.to()) >= communities.size()) {
      fallbackIsTold = true;
      screen.line(
          "Fallback  every community has a first forecast: the mean of its same weekdays, until a"
              + " model is trained");
    }
    screen.bar("training", (double) byModel / communities.size(), training);
  }

  private void tellModel() {
    ModelAnnouncement champion = model;
    if (!modelServes
        && champion != null
        && forecasts.byVersion(champion.getVersion()) >= communities.size()) {
      modelServes = true;
      screen.line("Model     " + champion.getVersion() + " serves" + ModelQuality.of(champion));
    }
  }

  private void tellDays(LocalDate told) {
    for (LocalDate day : List.copyOf(days.settledAfter(told))) {
      screen.line("  " + LiveDay.of(day, days, forecasts).line());
      lastTold = day;
    }
  }

  private boolean historyIsTooShort() {
    return days.settledDays() < ModelTraining.NEEDED_DAYS;
  }

  private int communitiesOn(LocalDate date) {
    return (int)
        communities.stream()
            .filter(community -> community.starts().filter(date::isBefore).isEmpty())
            .count();
  }
}

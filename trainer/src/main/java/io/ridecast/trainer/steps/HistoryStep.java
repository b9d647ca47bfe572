package io.ridecast.trainer.steps;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.ServiceDay;
import io.ridecast.forecasting.circumstances.Circumstances;
import io.ridecast.forecasting.holidays.EventCalendar;
import io.ridecast.forecasting.holidays.InvalidEvents;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.HeldOutDays;
import io.ridecast.forecasting.training.PanelFile;
import io.ridecast.forecasting.weather.InvalidWeather;
import io.ridecast.forecasting.weather.WeatherFile;
import io.ridecast.forecasting.weather.WeatherHistory;
import io.ridecast.trainer.history.ClosedHistory;
import io.ridecast.trainer.tracking.DataNote;
import io.ridecast.trainer.tracking.StepNotes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Takes the closed days, the weather and the operator's own days, as they are now: whatever comes
 * later is for the next run. All of it is kept, so that a run that goes on learns from what it
 * began with, and its record names what that was.
 */
public final class HistoryStep implements StepWork<ClosedHistory> {
  /** The days, as {@link PanelFile} writes them; a backtest reads it too. */
  public static final String FILE = "history.csv.gz";

  /** All that was issued about the weather before the last day ended, a {@link WeatherFile}. */
  public static final String WEATHER = "weather.csv";

  /** The operator's own days, a file of an {@link EventCalendar}. */
  public static final String EVENTS = "events.csv";

  private final Catalogue catalogue;
  private final Optional<ClosedHistory> closed;

  public HistoryStep(Catalogue catalogue, Optional<ClosedHistory> closed) {
    this.catalogue = catalogue;
    this.closed = closed;
  }

  @Override
  public ClosedHistory carryOut() {
    int days = closed.map(ClosedHistory::days).orElse(0);
    int missing = HeldOutDays.NEEDED_DAYS - days;
    if (missing > 0) {
      throw new Unfulfillable(
          "%d days are closed, training needs %d: %d more days"
              .formatted(days, HeldOutDays.NEEDED_DAYS, missing));
    }
    ClosedHistory history = closed.orElseThrow();
    if (history.rides() == 0) {
      throw new Unfulfillable(
          "nobody rode on any of the %d closed days, %s to %s: there is nothing to learn"
              .formatted(days, history.first(), history.last()));
    }
    return history;
  }

  @Override
  public Map<String, byte[]> files(ClosedHistory history) {
    Circumstances circumstances = history.panel().circumstances();
    return Map.of(
        FILE, PanelFile.write(history.panel()),
        WEATHER, utf8(WeatherFile.text(circumstances.weather())),
        EVENTS, utf8(circumstances.events().text()));
  }

  @Override
  public ClosedHistory restored(Map<String, byte[]> files) throws IOException {
    DemandPanel panel = PanelFile.read(NamedFile.of(files, FILE), catalogue);
    try {
      EventCalendar events = EventCalendar.parse(EVENTS, text(files, EVENTS), catalogue);
      ServiceDay days = catalogue.serviceDay();
      WeatherFile weather = WeatherFile.parse(WEATHER, text(files, WEATHER), days);
      Circumstances known =
          Circumstances.usual()
              .with(events)
              .with(WeatherHistory.of(weather.reports(days::end)), days);
      return ClosedHistory.of(panel).in(known);
    } catch (InvalidEvents | InvalidWeather e) {
      throw new IOException("what was known beside the days is lost: " + e.getMessage(), e);
    }
  }

  private static String text(Map<String, byte[]> files, String name) throws IOException {
    return new String(NamedFile.of(files, name), StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String phrase(ClosedHistory history) {
    return history.phrase();
  }

  @Override
  public StepNotes notes(ClosedHistory history) {
    DemandPanel panel = history.panel();
    return StepNotes.none()
        .data(
            new DataNote(
                "daily-demand",
                digest(files(history)),
                history.first(),
                history.last(),
                history.rows(),
                panel.size(),
                history.rides(),
                history.weather(),
                history.events()));
  }

  /** The digest of what {@code sha256sum} prints of the files in the order of their names. */
  private static String digest(Map<String, byte[]> files) {
    StringBuilder list = new StringBuilder();
    new TreeMap<>(files)
        .forEach((name, content) -> list.append(Sha256.of(content) + "  " + name + "\n"));
    return Sha256.of(utf8(list.toString()));
  }
}

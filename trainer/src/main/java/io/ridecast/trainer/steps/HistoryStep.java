package io.ridecast.trainer.steps;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.circumstances.Circumstances;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.HeldOutDays;
import io.ridecast.forecasting.training.PanelFile;
import io.ridecast.trainer.history.ClosedHistory;
import io.ridecast.trainer.tracking.DataNote;
import io.ridecast.trainer.tracking.StepNotes;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the closed days, as they are now: whatever comes later is for the next run. Own days and
 * the weather are not kept: of the weather, a feature sees only what was issued in time, so reports
 * that have come since change nothing.
 */
public final class HistoryStep implements StepWork<ClosedHistory> {
  /** The days, as {@link PanelFile} writes them; a backtest reads it too. */
  public static final String FILE = "history.csv.gz";

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
    return Map.of(FILE, PanelFile.write(history.panel()));
  }

  @Override
  public ClosedHistory restored(Map<String, byte[]> files) throws IOException {
    DemandPanel panel = PanelFile.read(NamedFile.of(files, FILE), catalogue);
    Circumstances circumstances =
        closed.map(now -> now.panel().circumstances()).orElse(Circumstances.usual());
    return ClosedHistory.of(panel.in(circumstances));
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
                Sha256.of(PanelFile.write(panel)),
                history.first(),
                history.last(),
                history.rows(),
                panel.size(),
                history.rides()));
  }
}

package io.ridecast.trainer.history;

import io.ridecast.forecasting.circumstances.Circumstances;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import java.time.LocalDate;

/**
 * The demand of all communities up to the last day that is closed for every one of them.
 *
 * @param panel their series and the city's sum
 * @param first the first day of any community
 * @param last the last day that is closed everywhere
 * @param days days on which any service ran
 */
public record ClosedHistory(DemandPanel panel, LocalDate first, LocalDate last, int days) {

  /** This history in these circumstances. */
  public ClosedHistory in(Circumstances circumstances) {
    return new ClosedHistory(panel.in(circumstances), first, last, days);
  }

  /** The history that a panel holds. */
  public static ClosedHistory of(DemandPanel panel) {
    return new ClosedHistory(panel, panel.first(), panel.last(), panel.city().known());
  }

  /** The history in a phrase. */
  public String phrase() {
    long communities =
        panel.catalogue().communities().stream()
            .filter(community -> panel.demand(community).isPresent())
            .count();
    return "%d closed days, %s to %s, %d communities, %.0f rides"
        .formatted(days, first, last, communities, rides());
  }

  /** Days of communities with a count. */
  public long rows() {
    return panel.catalogue().communities().stream()
        .mapToLong(community -> panel.demand(community).map(DemandSeries::known).orElse(0))
        .sum();
  }

  /** All rides. */
  public double rides() {
    double rides = 0;
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      float count = panel.city().at(day);
      rides += Float.isNaN(count) ? 0 : count;
    }
    return rides;
  }
}

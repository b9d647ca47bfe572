package io.ridecast.trainer.history;

import io.ridecast.forecasting.circumstances.Circumstances;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.weather.WeatherSpan;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The demand of all communities up to the last day that is closed for every one of them.
 *
 * @param panel their series and the city's sum
 * @param first the first day of any community
 * @param last the last day that is closed everywhere
 * @param days days on which any service ran
 */
public record ClosedHistory(DemandPanel panel, LocalDate first, LocalDate last, int days) {

  /** This history in these circumstances, as far as they were known when its last day ended. */
  public ClosedHistory in(Circumstances circumstances) {
    return new ClosedHistory(panel.in(circumstances.until(last)), first, last, days);
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
    return "%d closed days, %s to %s, %d communities, %.0f rides%s%s"
        .formatted(days, first, last, communities, rides(), weatherPhrase(), eventsPhrase());
  }

  private String weatherPhrase() {
    return weather()
        .map(weather -> ", weather of %s to %s".formatted(weather.first(), weather.last()))
        .orElse("");
  }

  private String eventsPhrase() {
    return events() > 0 ? ", %d own days".formatted(events()) : "";
  }

  /** From when to when something was known of the weather; empty if nothing ever was. */
  public Optional<WeatherSpan> weather() {
    return panel.circumstances().weather().span();
  }

  /** Rows of the operator's own days. */
  public int events() {
    return panel.circumstances().events().size();
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

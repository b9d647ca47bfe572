package io.ridecast.predictor.horizon;

import io.ridecast.records.ForecastTrigger;
import java.time.LocalDate;

/**
 * Says what a community needs: the one place that knows when a closed day, a revision, a model or
 * midnight makes a forecast.
 *
 * <p>A new model comes first and keeps the origin, so that a day that closes at the same time still
 * makes its own forecast afterwards. While history loads, closes make none: the newest origin gets
 * one when all is read.
 */
public final class ForecastRule {
  private static final Need NOTHING = new Need.Nothing();
  private static final Need PATIENCE = new Need.Patience();

  private ForecastRule() {}

  /**
   * Decides for one community.
   *
   * @param patient whether what is about to arrive may still be waited for
   */
  public static Need decide(Standing standing, Outlook outlook, boolean patient) {
    if (!outlook.caughtUp()) {
      return NOTHING;
    }
    if (isByOtherModel(standing, outlook)) {
      LocalDate origin = standing.current().orElseThrow().origin();
      return forecast(ForecastTrigger.MODEL, origin, outlook);
    }
    if (outlook.loading()) {
      return NOTHING;
    }
    return standing
        .unforecastOrigin()
        .map(origin -> byData(origin, outlook, patient))
        .or(() -> standing.current().map(current -> byChange(standing, current, outlook, patient)))
        .orElse(NOTHING);
  }

  private static boolean isByOtherModel(Standing standing, Outlook outlook) {
    return standing.current().isPresent()
        && outlook
            .readyVersion()
            .filter(version -> !version.equals(standing.current().get().modelVersion()))
            .isPresent();
  }

  private static Need byData(LocalDate origin, Outlook outlook, boolean patient) {
    // Clock, closes and city come by different ways; a moment later they agree.
    boolean inStep = origin.equals(outlook.moment().newestDue());
    if (patient && !(inStep && outlook.cityKnown().test(origin))) {
      return PATIENCE;
    }
    return forecast(ForecastTrigger.DATA, origin, outlook);
  }

  private static Need byChange(
      Standing standing, CurrentForecast current, Outlook outlook, boolean patient) {
    if (standing.revised()) {
      return forecast(ForecastTrigger.REVISION, current.origin(), outlook);
    }
    BusinessMoment moment = outlook.moment();
    Horizon horizon = Horizon.of(current.origin(), moment.today());
    boolean midnightPassed = horizon.firstLead() > current.horizon().firstLead();
    boolean turnedStale = !current.overdue() && moment.overdue(current.origin());
    if (!midnightPassed && !turnedStale) {
      return NOTHING;
    }
    // The clock may be heard of before the close that moved it.
    if (patient && current.origin().isBefore(moment.newestDue())) {
      return PATIENCE;
    }
    return new Need.NewForecast(ForecastTrigger.CALENDAR, horizon);
  }

  private static Need forecast(ForecastTrigger trigger, LocalDate origin, Outlook outlook) {
    return new Need.NewForecast(trigger, Horizon.of(origin, outlook.moment().today()));
  }
}

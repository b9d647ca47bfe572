package io.ridecast.trainer.history;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.circumstances.Circumstances;
import io.ridecast.forecasting.holidays.EventCalendar;
import io.ridecast.forecasting.weather.WeatherHistory;
import io.ridecast.forecasting.weather.WeatherMeasures;
import io.ridecast.forecasting.weather.WeatherReport;
import io.ridecast.trainer.models.SampleBundle;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** 120 days of one community, with weather and own days. */
public final class SampleHistory {
  /** Two own days. */
  public static final String FAIR = "date,name\n2020-03-01,Fair\n2020-04-05,Fair\n";

  /** The last day. */
  public static final LocalDate LAST = LocalDate.of(2020, 5, 4);

  private static final int DAYS = 120;
  private static final Catalogue CATALOGUE = Catalogue.chicago();

  private SampleHistory() {}

  /** The history in this weather, with these own days. */
  public static ClosedHistory in(List<WeatherReport> weather, String events) {
    return ClosedHistory.of(SampleBundle.panel(DAYS, 1))
        .in(
            Circumstances.usual()
                .with(EventCalendar.parse("events.csv", events, CATALOGUE))
                .with(WeatherHistory.of(weather), CATALOGUE.serviceDay()));
  }

  /** Each day's weather, said in the evening before it; of the day after the last one too. */
  public static List<WeatherReport> weather(long seed) {
    Random random = new Random(seed);
    return Stream.iterate(LAST.minusDays(DAYS - 1), day -> day.plusDays(1))
        .limit(DAYS + 1)
        .map(day -> report(day, 20 + 5 * random.nextGaussian()))
        .toList();
  }

  private static WeatherReport report(LocalDate day, double tmax) {
    return new WeatherReport(
        day,
        day.minusDays(1).atTime(23, 0).toInstant(ZoneOffset.UTC),
        WeatherMeasures.of(tmax, null, 0.0, null, null));
  }
}

package io.ridecast.forecasting.backtest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes forecasts as {@code community,origin_date,lead,date,actual,mean,p10,p50,p90}, in rides;
 * {@code actual} is empty where it is not known.
 */
public final class BacktestFile {
  private static final String HEADING = "community,origin_date,lead,date,actual,mean,p10,p50,p90";

  private BacktestFile() {}

  /** Writes the file, over one that may be there. */
  public static void write(Path file, List<BacktestForecast> forecasts) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(HEADING);
      out.write('\n');
      for (BacktestForecast forecast : forecasts) {
        out.write(line(forecast));
        out.write('\n');
      }
    }
  }

  private static String line(BacktestForecast forecast) {
    return String.join(
        ",",
        forecast.community(),
        forecast.origin().toString(),
        Integer.toString(forecast.lead()),
        forecast.date().toString(),
        Double.isNaN(forecast.actual()) ? "" : number(forecast.actual()),
        number(forecast.mean()),
        number(forecast.p10()),
        number(forecast.p50()),
        number(forecast.p90()));
  }

  private static String number(double rides) {
    return rides == Math.rint(rides)
        ? Long.toString((long) rides)
        : String.format(Locale.ROOT, "%.4f", rides);
  }
}

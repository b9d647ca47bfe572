package io.ridecast.forecasting.training;

import io.ridecast.forecasting.boosting.RawForecast;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Held-out forecasts as a gzipped CSV file, {@code
 * community,target,lead,base,mean,low,median,high,naive,actual,known_days} in rides, without any
 * loss; {@code known_days} is empty but for cold ones. A file of an earlier release, without that
 * column, can be read too.
 */
public final class HeldOutFile {
  private static final String WITHOUT_COLD =
      "community,target,lead,base,mean,low,median,high,naive,actual";
  private static final String HEADING = WITHOUT_COLD + ",known_days";
  private static final int COLUMNS = 10;

  private HeldOutFile() {}

  /** The file. */
  public static byte[] write(HeldOutForecasts forecasts) {
    GzippedText text = new GzippedText(HEADING);
    forecasts.all().forEach(forecast -> text.line(line(forecast) + ","));
    forecasts.cold().forEach(each -> text.line(line(each.forecast()) + "," + each.knownDays()));
    return text.bytes();
  }

  private static String line(HeldOutForecast forecast) {
    RawForecast raw = forecast.raw();
    return String.join(
        ",",
        forecast.community(),
        forecast.target().toString(),
        Integer.toString(forecast.lead()),
        Double.toString(raw.base()),
        Double.toString(raw.mean()),
        Double.toString(raw.low()),
        Double.toString(raw.median()),
        Double.toString(raw.high()),
        Double.toString(forecast.naive()),
        Double.toString(forecast.actual()));
  }

  /**
   * Reads the file.
   *
   * @throws IOException if it is none
   */
  public static HeldOutForecasts read(byte[] content) throws IOException {
    List<HeldOutForecast> forecasts = new ArrayList<>();
    List<ColdForecast> cold = new ArrayList<>();
    for (String line : GzippedText.lines(content, HEADING, WITHOUT_COLD)) {
      add(line, forecasts, cold);
    }
    return HeldOutForecasts.of(forecasts, cold);
  }

  private static void add(String line, List<HeldOutForecast> forecasts, List<ColdForecast> cold)
      throws IOException {
    String[] values = line.split(",", -1);
    if (values.length != COLUMNS && values.length != COLUMNS + 1) {
      throw new IOException("'" + line + "' does not have the columns " + HEADING);
    }
    try {
      if (values.length == COLUMNS || values[COLUMNS].isEmpty()) {
        forecasts.add(forecast(values));
      } else {
        cold.add(new ColdForecast(Integer.parseInt(values[COLUMNS]), forecast(values)));
      }
    } catch (DateTimeException | NumberFormatException e) {
      throw new IOException("'" + line + "' is no forecast: " + e.getMessage(), e);
    }
  }

  private static HeldOutForecast forecast(String... values) {
    RawForecast raw =
        new RawForecast(
            Double.parseDouble(values[3]),
            Double.parseDouble(values[4]),
            Double.parseDouble(values[5]),
            Double.parseDouble(values[6]),
            Double.parseDouble(values[7]));
    return new HeldOutForecast(
        values[0],
        LocalDate.parse(values[1]),
        Integer.parseInt(values[2]),
        raw,
        Double.parseDouble(values[8]),
        Double.parseDouble(values[9]));
  }
}

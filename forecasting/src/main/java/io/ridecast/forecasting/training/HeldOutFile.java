package io.ridecast.forecasting.training;

import io.ridecast.forecasting.boosting.RawForecast;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Held-out forecasts as a gzipped CSV file, {@code
 * community,target,lead,base,mean,low,median,high,naive,actual} in rides, without any loss.
 */
public final class HeldOutFile {
  private static final String HEADING =
      "community,target,lead,base,mean,low,median,high,naive,actual";
  private static final int COLUMNS = 10;

  private HeldOutFile() {}

  /** The file. */
  public static byte[] write(HeldOutForecasts forecasts) {
    GzippedText text = new GzippedText(HEADING);
    for (HeldOutForecast forecast : forecasts.all()) {
      RawForecast raw = forecast.raw();
      text.line(
          String.join(
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
              Double.toString(forecast.actual())));
    }
    return text.bytes();
  }

  /**
   * Reads the file.
   *
   * @throws IOException if it is none
   */
  public static HeldOutForecasts read(byte[] content) throws IOException {
    List<HeldOutForecast> forecasts = new ArrayList<>();
    for (String line : GzippedText.lines(HEADING, content)) {
      forecasts.add(forecast(line));
    }
    return HeldOutForecasts.of(forecasts);
  }

  private static HeldOutForecast forecast(String line) throws IOException {
    String[] values = line.split(",", -1);
    if (values.length != COLUMNS) {
      throw new IOException("'" + line + "' does not have the columns " + HEADING);
    }
    try {
      return forecast(values);
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

package io.ridecast.forecasting.weather;

import io.ridecast.forecasting.catalogue.ServiceDay;
import io.ridecast.forecasting.csv.CsvTable;
import io.ridecast.forecasting.csv.FileTrouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A weather file, {@code date,tmax,tmin,precipitation,wind,snow[,issued_at]}: degrees Celsius, mm,
 * km/h, mm of depth; an empty field is not known. A day may have any number of rows, each issued at
 * another instant.
 */
public final class WeatherFile {
  private static final String ISSUED = "issued_at";
  private static final Set<String> NEEDED =
      new LinkedHashSet<>(List.of("date", "tmax", "tmin", "precipitation", "wind", "snow"));

  private final ServiceDay days;
  private final List<CsvTable.Row> rows;
  private final boolean issuesTold;

  private WeatherFile(ServiceDay days, List<CsvTable.Row> rows) {
    this.days = days;
    this.rows = rows;
    this.issuesTold = rows.stream().anyMatch(row -> row.has(ISSUED));
  }

  /**
   * Reads the file.
   *
   * @param days what local days and times in it mean
   * @throws InvalidWeather when the file is missing or no such table
   */
  public static WeatherFile read(Path file, ServiceDay days) {
    try {
      return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8), days);
    } catch (IOException e) {
      throw new InvalidWeather(FileTrouble.of(file, e), e);
    }
  }

  /**
   * Reads a file's text.
   *
   * @param source names it in errors
   * @throws InvalidWeather when it is no such table
   */
  public static WeatherFile parse(String source, String text, ServiceDay days) {
    try {
      return new WeatherFile(days, new CsvTable(source, text, NEEDED).rows());
    } catch (CsvTable.Malformed e) {
      throw new InvalidWeather(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * A file's text with all reports of a history, in their order: what is read is what was known.
   */
  public static String text(WeatherHistory history) {
    StringBuilder text = new StringBuilder(String.join(",", NEEDED)).append(",").append(ISSUED);
    for (WeatherReport report : history.reports()) {
      WeatherMeasures measures = report.measures();
      text.append('\n').append(report.date());
      for (float measure :
          new float[] {
            measures.tmax(),
            measures.tmin(),
            measures.precipitation(),
            measures.wind(),
            measures.snow()
          }) {
        text.append(',').append(Float.isNaN(measure) ? "" : Float.toString(measure));
      }
      text.append(',').append(report.issuedAt());
    }
    return text.append('\n').toString();
  }

  /** Whether the rows say when they were issued. */
  public boolean tellsIssues() {
    return issuesTold;
  }

  /**
   * The reports, in the file's order.
   *
   * @param issue when a day's row was issued, in a file that does not say so
   * @throws InvalidWeather naming line and column
   */
  public List<WeatherReport> reports(Function<LocalDate, Instant> issue) {
    List<WeatherReport> reports = new ArrayList<>(rows.size());
    Set<List<Object>> issues = new HashSet<>();
    for (CsvTable.Row row : rows) {
      WeatherFields fields = new WeatherFields(row);
      LocalDate date = fields.date();
      Instant issued = issuesTold ? fields.instant(ISSUED, days) : issue.apply(date);
      if (!issues.add(List.of(date, issued))) {
        throw new InvalidWeather(
            row.problem(
                "date",
                "has another row above"
                    + (issuesTold ? " with this issued_at" : ": say when each was issued_at")));
      }
      reports.add(new WeatherReport(date, issued, fields.measures()));
    }
    return reports;
  }
}

package io.ridecast.benchmarks.accuracy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads forecasts as a backtest writes them: {@code
 * community,origin_date,lead,date,actual,mean,p10,p50,p90}, {@code actual} empty where it is not
 * known.
 */
final class ForecastFile {
  private static final String HEADING = "community,origin_date,lead,date,actual,mean,p10,p50,p90";
  private static final int COLUMNS = 9;

  private final Path path;
  private final Map<Cell, Forecast> forecasts = new LinkedHashMap<>();
  private int line = 1;

  private ForecastFile(Path path) {
    this.path = path;
  }

  /**
   * The forecasts by cell.
   *
   * @throws ComparisonRefused naming file and line
   */
  static Map<Cell, Forecast> read(Path path) {
    ForecastFile file = new ForecastFile(path);
    try (BufferedReader reader = Files.newBufferedReader(path)) {
      file.read(reader);
    } catch (IOException e) {
      throw new ComparisonRefused(path + ": cannot be read (" + e + ")");
    }
    return file.forecasts;
  }

  private void read(BufferedReader reader) throws IOException {
    if (!HEADING.equals(reader.readLine())) {
      throw problem("has to be " + HEADING);
    }
    for (String row = reader.readLine(); row != null; row = reader.readLine()) {
      line++;
      add(row.split(",", -1));
    }
  }

  private void add(String... fields) {
    if (fields.length != COLUMNS) {
      throw problem("has %d fields instead of %d".formatted(fields.length, COLUMNS));
    }
    Cell cell = cell(fields);
    if (!cell.date().toString().equals(fields[3])) {
      throw problem("date " + fields[3] + " is not origin and lead, " + cell.date());
    }
    if (forecasts.put(cell, forecast(fields)) != null) {
      throw problem(cell + " stands there twice");
    }
  }

  private Cell cell(String... fields) {
    try {
      return new Cell(fields[0], LocalDate.parse(fields[1]), Integer.parseInt(fields[2]));
    } catch (DateTimeException | NumberFormatException e) {
      throw problem("is no forecast (" + e.getMessage() + ")");
    }
  }

  private Forecast forecast(String... fields) {
    return new Forecast(
        fields[4].isEmpty() ? Double.NaN : rides(fields[4]),
        rides(fields[5]),
        rides(fields[6]),
        rides(fields[7]),
        rides(fields[8]));
  }

  private double rides(String field) {
    try {
      double rides = Double.parseDouble(field);
      if (rides >= 0 && !Double.isInfinite(rides)) {
        return rides;
      }
    } catch (NumberFormatException e) {
      // Falls through: whatever is no number of rides gets the same answer.
    }
    throw problem("'" + field + "' is no number of rides");
  }

  private ComparisonRefused problem(String what) {
    return new ComparisonRefused("%s, line %d: %s".formatted(path, line, what));
  }
}

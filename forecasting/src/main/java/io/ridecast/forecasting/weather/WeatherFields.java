package io.ridecast.forecasting.weather;

import io.ridecast.forecasting.catalogue.ServiceDay;
import io.ridecast.forecasting.csv.CsvTable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Reads the fields of a weather file's row; every error names line and column. */
final class WeatherFields {
  private static final String DEGREES = "degrees Celsius from -90 to 60";

  private final CsvTable.Row row;

  WeatherFields(CsvTable.Row row) {
    this.row = row;
  }

  LocalDate date() {
    try {
      return LocalDate.parse(row.text("date"));
    } catch (DateTimeParseException e) {
      throw problem("date", "is not a date like 2024-06-04");
    }
  }

  /** An instant, a local time, or a local day, which means its start. */
  Instant instant(String column, ServiceDay days) {
    String text = row.text(column).replace(' ', 'T');
    try {
      if (!text.contains("T")) {
        return days.start(LocalDate.parse(text));
      }
      return text.matches(".*T.*(Z|[+-]\\d\\d(:?\\d\\d)?)")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).atZone(days.zone()).toInstant();
    } catch (DateTimeException e) {
      throw problem(
          column,
          "is not a time like 2024-06-03T18:00:00Z or 2024-06-03T18:00, nor a date;"
              + " give it in every row or leave the column out");
    }
  }

  WeatherMeasures measures() {
    float tmax = measure("tmax", -90, 60, DEGREES);
    float tmin = measure("tmin", -90, 60, DEGREES);
    if (tmin > tmax) {
      throw problem("tmin", "is above tmax, '" + row.text("tmax") + "'");
    }
    return new WeatherMeasures(
        tmax,
        tmin,
        measure("precipitation", 0, 2_000, "mm from 0 to 2000"),
        measure("wind", 0, 400, "km/h from 0 to 400"),
        measure("snow", 0, 15_000, "mm of depth from 0 to 15000"));
  }

  private float measure(String column, float least, float most, String unit) {
    if (!row.has(column)) {
      return Float.NaN;
    }
    try {
      float value = Float.parseFloat(row.text(column));
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through: any text that is no such number gets the same answer.
    }
    throw problem(column, "is no number of " + unit + "; leave it empty if it is not known");
  }

  private InvalidWeather problem(String column, String what) {
    return new InvalidWeather(row.problem(column, what));
  }
}

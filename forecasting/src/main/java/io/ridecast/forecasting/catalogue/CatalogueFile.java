package io.ridecast.forecasting.catalogue;

import io.ridecast.forecasting.csv.CsvTable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Reads {@code number,name,latitude,longitude[,area_km2][,time_zone][,starts]}; further columns are
 * ignored. A place may be unknown (both coordinates empty). Every error names its line.
 */
final class CatalogueFile {
  private static final ZoneId DEFAULT_ZONE = ZoneId.of("America/Chicago");
  private static final Set<String> NEEDED =
      new LinkedHashSet<>(List.of("number", "name", "latitude", "longitude"));

  private final Map<Integer, Long> lineOfNumber = new HashMap<>();
  private final List<Community> communities = new ArrayList<>();
  private Optional<ZoneId> zone = Optional.empty();

  private CatalogueFile() {}

  static Catalogue parse(String source, String text) {
    CatalogueFile file = new CatalogueFile();
    try {
      for (CsvTable.Row row : new CsvTable(source, text, NEEDED).rows()) {
        file.add(row);
      }
    } catch (CsvTable.Malformed e) {
      throw new InvalidCatalogue(e.getMessage() == null ? source : e.getMessage(), e);
    }
    if (file.communities.isEmpty()) {
      throw new InvalidCatalogue(source + ": no community in it; each row is one");
    }
    return new Catalogue(file.communities, new ServiceDay(file.zone.orElse(DEFAULT_ZONE)));
  }

  private void add(CsvTable.Row row) {
    int number = number(row);
    Long before = lineOfNumber.putIfAbsent(number, row.line());
    if (before != null) {
      throw problem(row, "number " + number + " already stands in line " + before);
    }
    if (row.text("name").isEmpty()) {
      throw problem(row, "name is empty");
    }
    if (row.text("latitude").isEmpty() != row.text("longitude").isEmpty()) {
      throw problem(row, "one coordinate without the other; leave both empty if unknown");
    }
    readZone(row);
    communities.add(
        new Community(
            number,
            row.text("name"),
            coordinate(row, "latitude", 90),
            coordinate(row, "longitude", 180),
            area(row),
            starts(row)));
  }

  private static int number(CsvTable.Row row) {
    try {
      int number = Integer.parseInt(row.text("number"));
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Falls through: any text that is no whole number of at least 1 gets the same answer.
    }
    throw problem(row, "number '" + row.text("number") + "' is not a whole number of at least 1");
  }

  private static double coordinate(CsvTable.Row row, String column, double bound) {
    if (row.text(column).isEmpty()) {
      return Double.NaN;
    }
    double degrees = decimal(row, column);
    if (!(Math.abs(degrees) <= bound)) {
      throw problem(
          row,
          "%s %s is impossible: it lies between -%.0f and %.0f degrees"
              .formatted(column, row.text(column), bound, bound));
    }
    return degrees;
  }

  private static OptionalDouble area(CsvTable.Row row) {
    if (row.text("area_km2").isEmpty()) {
      return OptionalDouble.empty();
    }
    double area = decimal(row, "area_km2");
    if (!(area > 0) || Double.isInfinite(area)) {
      throw problem(row, "area_km2 " + row.text("area_km2") + " is not above 0");
    }
    return OptionalDouble.of(area);
  }

  private static double decimal(CsvTable.Row row, String column) {
    try {
      return Double.parseDouble(row.text(column));
    } catch (NumberFormatException e) {
      throw problem(row, column + " '" + row.text(column) + "' is not a number");
    }
  }

  private static Optional<LocalDate> starts(CsvTable.Row row) {
    String text = row.text("starts");
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      throw problem(row, "starts '" + text + "' is not a date like 2020-08-12");
    }
  }

  private void readZone(CsvTable.Row row) {
    String text = row.text("time_zone");
    if (text.isEmpty()) {
      return;
    }
    try {
      ZoneId found = ZoneId.of(text);
      if (zone.isPresent() && !zone.get().equals(found)) {
        throw problem(row, "time_zone " + text + " differs from " + zone.get() + " above it");
      }
      zone = Optional.of(found);
    } catch (DateTimeException e) {
      throw problem(row, "time_zone '" + text + "' is unknown; use one like America/Chicago");
    }
  }

  private static InvalidCatalogue problem(CsvTable.Row row, String what) {
    return new InvalidCatalogue(row.problem(what));
  }
}

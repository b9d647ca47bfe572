package io.ridecast.forecasting.catalogue;

import io.ridecast.forecasting.csv.CsvTable;
import io.ridecast.forecasting.csv.FileTrouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The days on which no service runs. The file is {@code community,from,to}: each row marks the
 * local days from {@code from} to {@code to}, both included, as out of service for one community
 * (its number) or for all ({@code *}); an empty {@code from} or {@code to} leaves that end open.
 * Every day that no row marks is in service.
 */
public final class ServiceCalendar {
  private static final Set<String> NEEDED = new LinkedHashSet<>(List.of("community", "from", "to"));
  private static final String EVERYWHERE = "*";

  private final Map<String, List<Span>> outages;

  private record Span(LocalDate from, LocalDate to) {
    boolean holds(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  private ServiceCalendar(Map<String, List<Span>> outages) {
    this.outages = outages;
  }

  /** Service everywhere on every day. */
  public static ServiceCalendar always() {
    return new ServiceCalendar(Map.of());
  }

  /**
   * Reads the file described above.
   *
   * @throws InvalidServiceCalendar naming the line, when the file is missing or unusable
   */
  public static ServiceCalendar load(Path file) {
    try {
      return parse(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new InvalidServiceCalendar(FileTrouble.of(file, e), e);
    }
  }

  static ServiceCalendar parse(String source, String text) {
    Map<String, List<Span>> outages = new HashMap<>();
    try {
      for (CsvTable.Row row : new CsvTable(source, text, NEEDED).rows()) {
        outages.computeIfAbsent(community(row), key -> new ArrayList<>()).add(span(row));
      }
    } catch (CsvTable.Malformed e) {
      throw new InvalidServiceCalendar(e.getMessage() == null ? source : e.getMessage(), e);
    }
    return new ServiceCalendar(outages);
  }

  /** Whether service runs in {@code community} on {@code day}. */
  public boolean inService(Community community, LocalDate day) {
    return outages.isEmpty() || (!marked(EVERYWHERE, day) && !marked(community.key(), day));
  }

  private boolean marked(String key, LocalDate day) {
    return outages.getOrDefault(key, List.of()).stream().anyMatch(span -> span.holds(day));
  }

  private static String community(CsvTable.Row row) {
    String text = row.text("community");
    if (text.equals(EVERYWHERE)) {
      return text;
    }
    try {
      return Integer.toString(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw new InvalidServiceCalendar(
          row.problem("community '" + text + "' is neither a number nor *"));
    }
  }

  private static Span span(CsvTable.Row row) {
    Span span = new Span(day(row, "from", LocalDate.MIN), day(row, "to", LocalDate.MAX));
    if (span.to().isBefore(span.from())) {
      throw new InvalidServiceCalendar(row.problem("to lies before from"));
    }
    return span;
  }

  private static LocalDate day(CsvTable.Row row, String column, LocalDate open) {
    String text = row.text(column);
    try {
      return text.isEmpty() ? open : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new InvalidServiceCalendar(
          row.problem(column + " '" + text + "' is not a date like 2019-10-15"));
    }
  }
}

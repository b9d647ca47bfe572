package io.ridecast.forecasting.holidays;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.csv.CsvTable;
import io.ridecast.forecasting.csv.FileTrouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The operator's own days: fairs, marathons, home games. The file is {@code date,name[,community]}:
 * a row is an event on that local day in one community (its number or name), or in the whole city
 * where that is left empty. Events of one name are taken to be alike.
 */
public final class EventCalendar {
  private static final EventCalendar NONE = new EventCalendar();
  private static final Set<String> NEEDED = new LinkedHashSet<>(List.of("date", "name"));

  private final EventDays cityWide = new EventDays();
  private final Map<String, EventDays> communities = new HashMap<>();
  private final List<Event> events = new ArrayList<>();

  /** A row; the community's key is empty where it concerns the whole city. */
  private record Event(long epochDay, String name, String community) {
    private static final Comparator<Event> ORDER =
        Comparator.comparingLong(Event::epochDay)
            .thenComparing(Event::name)
            .thenComparing(Event::community);
  }

  private EventCalendar() {}

  /** No own days. */
  public static EventCalendar none() {
    return NONE;
  }

  /**
   * Reads the file described above.
   *
   * @throws InvalidEvents naming line and column, when the file is missing or unusable
   */
  public static EventCalendar load(Path file, Catalogue catalogue) {
    try {
      return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8), catalogue);
    } catch (IOException e) {
      throw new InvalidEvents(FileTrouble.of(file, e), e);
    }
  }

  /**
   * Reads such a file's text.
   *
   * @param source names it in errors
   * @throws InvalidEvents naming line and column
   */
  public static EventCalendar parse(String source, String text, Catalogue catalogue) {
    EventCalendar calendar = new EventCalendar();
    try {
      for (CsvTable.Row row : new CsvTable(source, text, NEEDED).rows()) {
        calendar.events.add(new Event(date(row), name(row), community(row, catalogue)));
      }
    } catch (CsvTable.Malformed e) {
      throw new InvalidEvents(String.valueOf(e.getMessage()), e);
    }
    calendar.events.sort(Event.ORDER);
    calendar.spread();
    return calendar;
  }

  /** Such a file's text; the same days give the same text, in whatever order they were read. */
  public String text() {
    StringBuilder text = new StringBuilder("date,name,community\n");
    for (Event event : events) {
      text.append(LocalDate.ofEpochDay(event.epochDay()))
          .append(",\"")
          .append(event.name().replace("\"", "\"\""))
          .append("\",")
          .append(event.community())
          .append('\n');
    }
    return text.toString();
  }

  /** How many rows there are. */
  public int size() {
    return events.size();
  }

  /** The days that concern {@code community}: its own, and the city's. */
  public EventDays of(Community community) {
    return communities.getOrDefault(community.key(), cityWide);
  }

  /** The days that concern the whole city. */
  public EventDays cityWide() {
    return cityWide;
  }

  /** The city's days first: a community's days begin with a copy of them. */
  private void spread() {
    events.stream()
        .filter(event -> event.community().isEmpty())
        .forEach(event -> cityWide.add(event.epochDay(), event.name()));
    events.stream()
        .filter(event -> !event.community().isEmpty())
        .forEach(
            event ->
                communities
                    .computeIfAbsent(event.community(), key -> cityWide.copy())
                    .add(event.epochDay(), event.name()));
  }

  private static String community(CsvTable.Row row, Catalogue catalogue) {
    return row.has("community")
        ? catalogue.find(row.text("community")).orElseThrow(() -> unknown(row, catalogue)).key()
        : "";
  }

  private static InvalidEvents unknown(CsvTable.Row row, Catalogue catalogue) {
    String nearest = String.join(", ", catalogue.nearestNames(row.text("community"), 3));
    return new InvalidEvents(
        row.problem("community", "is not in the catalogue; the nearest there: " + nearest));
  }

  private static long date(CsvTable.Row row) {
    try {
      return LocalDate.parse(row.text("date")).toEpochDay();
    } catch (DateTimeParseException e) {
      throw new InvalidEvents(row.problem("date", "is not a date like 2024-08-01"));
    }
  }

  private static String name(CsvTable.Row row) {
    if (!row.has("name")) {
      throw new InvalidEvents(row.problem("name", "is no name: say what happens that day"));
    }
    return row.text("name").toLowerCase(Locale.ROOT);
  }
}

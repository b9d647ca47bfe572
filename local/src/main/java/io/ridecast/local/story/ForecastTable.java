package io.ridecast.local.story;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.records.Forecast;
import io.ridecast.records.ForecastDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The latest forecasts as a table, the communities with the most demand first. */
public final class ForecastTable {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ROOT);
  private static final int NAME_WIDTH = 24;

  private ForecastTable() {}

  /**
   * The table's lines.
   *
   * @param most how many communities at most
   */
  public static List<String> of(List<Community> communities, ForecastBook book, int most) {
    List<Row> rows =
        communities.stream()
            .flatMap(community -> Row.of(community, book).stream())
            .sorted(Comparator.comparingDouble(Row::demand).reversed())
            .limit(most)
            .toList();
    List<String> lines = new ArrayList<>();
    if (!rows.isEmpty()) {
      lines.add(heading(rows.get(0).forecast.getDays()));
      rows.forEach(row -> lines.add(row.line()));
    }
    return lines;
  }

  private static String heading(List<ForecastDay> days) {
    StringBuilder line = new StringBuilder(cell("rides, with 10-90 %"));
    days.forEach(day -> line.append("%20s".formatted(DAY.format(day.getDate()))));
    return line.toString();
  }

  private static String cell(String name) {
    String shown = name.length() > NAME_WIDTH ? name.substring(0, NAME_WIDTH) : name;
    return String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s", shown);
  }

  private record Row(Community community, Forecast forecast) {
    static Optional<Row> of(Community community, ForecastBook book) {
      return book.latest(community.key()).map(forecast -> new Row(community, forecast));
    }

    double demand() {
      return forecast.getDays().get(0).getMean();
    }

    String line() {
      StringBuilder line = new StringBuilder(cell(community.name()));
      for (ForecastDay day : forecast.getDays()) {
        String span = String.format(Locale.ROOT, "(%.0f-%.0f)", day.getP10(), day.getP90());
        line.append(String.format(Locale.ROOT, "%,8.0f %11s", day.getMean(), span));
      }
      return line.toString();
    }
  }
}

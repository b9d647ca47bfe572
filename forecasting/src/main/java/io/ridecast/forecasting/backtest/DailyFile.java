package io.ridecast.forecasting.backtest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.csv.FileTrouble;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Reads daily counts: {@code community,date,rides} with the community's number or name, further
 * columns ignored, plain or gzipped. Every error names its line.
 */
public final class DailyFile {
  private static final String HEADING = "community,date,rides";

  private final Path path;
  private final Catalogue catalogue;
  private final DailyCounts counts = new DailyCounts();
  private final Map<String, Integer> places = new HashMap<>();

  private DailyFile(Path path, Catalogue catalogue) {
    this.path = path;
    this.catalogue = catalogue;
  }

  /**
   * The counts of the catalogue's communities; rows of others are passed over and counted.
   *
   * @throws BacktestRefused naming the line, when the file is missing or unusable
   */
  public static DailyCounts read(Path path, Catalogue catalogue) {
    DailyFile file = new DailyFile(path, catalogue);
    try (BufferedReader reader = open(path)) {
      file.read(reader);
    } catch (IOException e) {
      throw new BacktestRefused(FileTrouble.of(path, e));
    }
    if (file.counts.isEmpty()) {
      throw new BacktestRefused(
          path + ": no count of a community of the catalogue in it; its columns are " + HEADING);
    }
    return file.counts;
  }

  /** Writes the known counts of {@code panel}, zeros included. */
  public static void write(Path path, DemandPanel panel) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
      out.write(HEADING + "\n");
      for (Community community : panel.catalogue().communities()) {
        Optional<DemandSeries> demand = panel.demand(community);
        for (int day = 0; demand.isPresent() && day < demand.get().length(); day++) {
          LocalDate date = demand.get().first().plusDays(day);
          float rides = demand.get().at(date);
          if (!Float.isNaN(rides)) {
            out.write(community.key() + "," + date + "," + Math.round(rides) + "\n");
          }
        }
      }
    }
  }

  private void read(BufferedReader reader) throws IOException {
    char separator = separator(reader);
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(reader)) {
      for (NamedCsvRecord row : rows) {
        add(row);
      }
    } catch (CsvParseException e) {
      throw new BacktestRefused(path + ": " + e.getMessage());
    }
  }

  private void add(NamedCsvRecord row) {
    String community = field(row, "community");
    String date = field(row, "date");
    String rides = field(row, "rides");
    Optional<String> key = catalogue.find(community).map(found -> found.key());
    if (key.isEmpty()) {
      counts.passOver(community);
    } else if (!counts.put(key.get(), date(row, date), rides(row, rides))) {
      throw problem(row, "community " + community + " has another count of " + date + " above");
    }
  }

  /** Columns may stand in any order and case. */
  private String field(NamedCsvRecord row, String name) {
    Integer place = places.computeIfAbsent(name, wanted -> place(row.getHeader(), wanted));
    return row.getField(place).strip();
  }

  private Integer place(List<String> heading, String name) {
    for (int place = 0; place < heading.size(); place++) {
      if (heading.get(place).strip().equalsIgnoreCase(name)) {
        return place;
      }
    }
    throw new BacktestRefused(
        "%s, line 1: found the columns %s; needed are %s"
            .formatted(path, String.join(",", heading), HEADING));
  }

  private LocalDate date(NamedCsvRecord row, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw problem(row, "date '" + text + "' is not a date like 2017-07-01");
    }
  }

  private float rides(NamedCsvRecord row, String text) {
    if (text.isEmpty()) {
      return Float.NaN;
    }
    try {
      float rides = Float.parseFloat(text);
      if (rides >= 0 && !Float.isInfinite(rides)) {
        return rides;
      }
    } catch (NumberFormatException e) {
      // Falls through: any text that is no count gets the same answer.
    }
    throw problem(row, "rides '" + text + "' is not a count");
  }

  private BacktestRefused problem(NamedCsvRecord row, String what) {
    return new BacktestRefused(
        "%s, line %d: %s".formatted(path, row.getStartingLineNumber(), what));
  }

  private static char separator(BufferedReader reader) throws IOException {
    reader.mark(8192);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    reader.mark(8192);
    String heading = reader.readLine();
    reader.reset();
    return heading != null && heading.contains(";") && !heading.contains(",") ? ';' : ',';
  }

  private static BufferedReader open(Path path) throws IOException {
    InputStream in = Files.newInputStream(path);
    InputStream plain = path.toString().endsWith(".gz") ? new GZIPInputStream(in, 65_536) : in;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 65_536);
  }
}

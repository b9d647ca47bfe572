package io.ridecast.forecasting.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A small CSV file with a header, read whole: columns in any order and case, {@code ,} or {@code
 * ;}, with or without a byte-order mark.
 */
public final class CsvTable {
  private final String source;
  private final Set<String> needed;
  private final List<String> columns = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  /** A row with the line on which it starts. */
  public record Row(String source, long line, Map<String, String> fields) {
    /** The trimmed field, or an empty text where there is none. */
    public String text(String column) {
      return fields.getOrDefault(column, "");
    }

    /** Whether the table has that column and this row something in it. */
    public boolean has(String column) {
      return !text(column).isEmpty();
    }

    /** An error message about this row. */
    public String problem(String what) {
      return source + ", line " + line + ": " + what;
    }

    /** An error message about one of its fields. */
    public String problem(String column, String what) {
      return source + ", line " + line + ", column " + column + ": '" + text(column) + "' " + what;
    }
  }

  /** Thrown where the text is no such table. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }

  /**
   * Reads the table.
   *
   * @param source names it in errors
   * @param needed columns that it has to have; others are read too
   * @throws Malformed naming the line
   */
  public CsvTable(String source, String text, Set<String> needed) throws Malformed {
    this.source = source;
    this.needed = needed;
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    String header = content.lines().findFirst().orElse("");
    char separator = header.contains(";") && !header.contains(",") ? ';' : ',';
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(content)) {
      for (CsvRecord line : reader) {
        read(line);
      }
    } catch (CsvParseException e) {
      throw new Malformed(source + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (columns.isEmpty()) {
      throw missingColumns();
    }
  }

  /** The rows, those left out that are empty. */
  public List<Row> rows() {
    return rows;
  }

  private void read(CsvRecord line) throws Malformed {
    if (columns.isEmpty()) {
      readHeader(line);
      return;
    }
    Map<String, String> fields = new HashMap<>();
    for (int column = 0; column < Math.min(columns.size(), line.getFieldCount()); column++) {
      fields.put(columns.get(column), line.getField(column).strip());
    }
    if (fields.values().stream().anyMatch(value -> !value.isEmpty())) {
      rows.add(new Row(source, line.getStartingLineNumber(), fields));
    }
  }

  private void readHeader(CsvRecord line) throws Malformed {
    for (String name : line.getFields()) {
      String column = name.strip().toLowerCase(Locale.ROOT);
      if (needed.contains(column) && columns.contains(column)) {
        throw new Malformed(source + ", line 1: column " + column + " stands there twice");
      }
      columns.add(column);
    }
    if (!columns.containsAll(needed)) {
      throw missingColumns();
    }
  }

  private Malformed missingColumns() {
    Set<String> missing = new LinkedHashSet<>(needed);
    columns.forEach(missing::remove);
    return new Malformed(
        "%s, line 1: missing column %s; found %s, needed %s"
            .formatted(
                source,
                String.join(", ", missing),
                columns.isEmpty() ? "none" : String.join(", ", columns),
                String.join(", ", needed)));
  }
}

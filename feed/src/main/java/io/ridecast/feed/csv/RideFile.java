package io.ridecast.feed.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.ridecast.forecasting.catalogue.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The rows of a ride file, read as they are asked for: memory does not grow with the file. */
public final class RideFile implements Iterator<RideRow>, AutoCloseable {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path path;
  private final RideColumns columns;
  private final CsvReader<CsvRecord> csv;
  private final CloseableIterator<CsvRecord> rows;
  private final RowReading reading;
  private long line = 1;

  private RideFile(Path path, String feed, Catalogue catalogue, Lines lines) throws IOException {
    this.path = path;
    String heading = lines.next();
    String text = heading == null ? "" : withoutMark(heading);
    char separator = separator(text);
    this.columns = new RideColumns(fields(text, separator));
    if (!columns.missing().isEmpty()) {
      throw new UnusableRideFile(
          path
              + " is not a ride file: found the columns ["
              + columns.found()
              + "]; needed are "
              + RideColumns.NEEDED
              + " (missing: "
              + String.join(", ", columns.missing())
              + ")");
    }
    this.reading = new RowReading(feed, columns, catalogue);
    this.csv = csv(separator).ofCsvRecord(new MendedQuotes(lines, separator));
    this.rows = csv.iterator();
  }

  /**
   * Opens a file, plain or gzipped, and reads its heading.
   *
   * @param feed the name of the feed that its rides will bear
   * @throws UnusableRideFile if it is missing or no ride file
   */
  public static RideFile open(Path path, String feed, Catalogue catalogue) {
    Lines lines = new Lines(TextFile.open(path));
    RideFile opened = null;
    try {
      opened = new RideFile(path, feed, catalogue, lines);
      return opened;
    } catch (IOException e) {
      throw unreadable(path, 1, e);
    } finally {
      if (opened == null) {
        closeQuietly(lines);
      }
    }
  }

  /** The columns that the heading names, for a message. */
  public String columns() {
    return columns.found();
  }

  /** The columns that a ride file needs, for a message. */
  public static String neededColumns() {
    return RideColumns.NEEDED;
  }

  @Override
  public boolean hasNext() {
    try {
      return rows.hasNext();
    } catch (UncheckedIOException e) {
      throw unreadable(path, line + 1, e);
    }
  }

  @Override
  public RideRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no row after line " + line);
    }
    CsvRecord row = rows.next();
    // The heading is line 1, and the CSV reader never saw it.
    line = row.getStartingLineNumber() + 1;
    return reading.read(row, line);
  }

  @Override
  public void close() {
    try {
      rows.close();
      csv.close();
    } catch (IOException e) {
      throw unreadable(path, line, e);
    }
  }

  private static CsvReader.CsvReaderBuilder csv(char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
  }

  private static List<String> fields(String heading, char separator) {
    QuoteState quotes = new QuoteState(separator);
    boolean sound = quotes.accept(heading) && !quotes.open();
    String text = sound ? heading : heading.replace("\"", "");
    return text.isBlank() ? List.of() : csv(separator).ofSingleCsvRecord(text).getFields();
  }

  private static String withoutMark(String heading) {
    return !heading.isEmpty() && heading.charAt(0) == BYTE_ORDER_MARK
        ? heading.substring(1)
        : heading;
  }

  private static char separator(String heading) {
    long semicolons = heading.chars().filter(c -> c == ';').count();
    long commas = heading.chars().filter(c -> c == ',').count();
    return semicolons > commas ? ';' : ',';
  }

  private static void closeQuietly(Lines lines) {
    try {
      lines.close();
    } catch (IOException e) {
      // The file is refused anyway, and the refusal says why.
      return;
    }
  }

  private static UnusableRideFile unreadable(Path path, long line, Exception failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return new UnusableRideFile(
        path + " cannot be read on from line " + line + ": " + cause.getMessage(), cause);
  }
}

package io.ridecast.feed.simulation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Which share of Chicago's scooter rides began in which community area in the pilot of 2020 (City
 * of Chicago, data set 3rse-fbp6).
 */
final class StartShares {
  private static final String FILE = "chicago-start-shares.csv";

  private StartShares() {}

  /** Shares by the community's key; together they are 1, but for rounding. */
  static Map<String, Double> chicago() {
    try (InputStream in =
            Objects.requireNonNull(StartShares.class.getResourceAsStream(FILE), FILE);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
      Map<String, Double> shares = new LinkedHashMap<>();
      rows.forEach(
          row -> shares.put(row.getField("community"), Double.valueOf(row.getField("share"))));
      return shares;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

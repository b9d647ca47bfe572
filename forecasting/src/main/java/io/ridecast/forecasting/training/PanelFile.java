package io.ridecast.forecasting.training;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.series.DemandSeries;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A panel as a gzipped file of daily counts, {@code community,date,rides}, which a backtest reads
 * too. Every day of a series has its line, with no rides where it is missing, so that what is read
 * is what was written.
 */
public final class PanelFile {
  private static final String HEADING = "community,date,rides";

  private PanelFile() {}

  /** The file; the city is not in it, being the sum of its communities. */
  public static byte[] write(DemandPanel panel) {
    GzippedText text = new GzippedText(HEADING);
    for (Community community : panel.catalogue().communities()) {
      Optional<DemandSeries> demand = panel.demand(community);
      for (int day = 0; demand.isPresent() && day < demand.get().length(); day++) {
        LocalDate date = demand.get().first().plusDays(day);
        float rides = demand.get().at(date);
        text.line(community.key() + "," + date + "," + (Float.isNaN(rides) ? "" : rides(rides)));
      }
    }
    return text.bytes();
  }

  /**
   * Reads the file.
   *
   * @throws IOException if it is none of this catalogue
   */
  public static DemandPanel read(byte[] content, Catalogue catalogue) throws IOException {
    Map<String, LocalDate> starts = new TreeMap<>();
    Map<String, List<Float>> counts = new TreeMap<>();
    for (String line : GzippedText.lines(content, HEADING)) {
      String[] values = line.split(",", -1);
      if (values.length != 3) {
        throw new IOException("'" + line + "' does not have the columns " + HEADING);
      }
      try {
        starts.putIfAbsent(values[0], LocalDate.parse(values[1]));
        counts
            .computeIfAbsent(values[0], key -> new ArrayList<>())
            .add(values[2].isEmpty() ? Float.NaN : Float.parseFloat(values[2]));
      } catch (DateTimeException | NumberFormatException e) {
        throw new IOException("'" + line + "' is no count: " + e.getMessage(), e);
      }
    }
    return panel(catalogue, starts, counts);
  }

  private static DemandPanel panel(
      Catalogue catalogue, Map<String, LocalDate> starts, Map<String, List<Float>> counts)
      throws IOException {
    Map<String, DemandSeries> demand = new TreeMap<>();
    starts.forEach(
        (key, first) -> demand.put(key, series(first, counts.getOrDefault(key, List.of()))));
    try {
      return DemandPanel.of(catalogue, demand);
    } catch (IllegalArgumentException e) {
      throw new IOException("the counts are none of this catalogue: " + e.getMessage(), e);
    }
  }

  private static DemandSeries series(LocalDate first, List<Float> counts) {
    float[] rides = new float[counts.size()];
    for (int day = 0; day < rides.length; day++) {
      rides[day] = counts.get(day);
    }
    return DemandSeries.of(first, rides);
  }

  private static String rides(float rides) {
    return rides == Math.rint(rides) ? Integer.toString((int) rides) : Float.toString(rides);
  }
}

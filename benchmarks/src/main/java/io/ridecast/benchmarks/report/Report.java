package io.ridecast.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The file for programs.
 *
 * @param machine that was measured on
 * @param measures one a name
 */
public record Report(String machine, List<Measured> measures) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public Report {
    measures = List.copyOf(measures);
  }

  /** What an earlier run left, or an empty one of this machine. */
  public static Report load(Path file, String machine) {
    try {
      return Files.exists(file)
          ? new Report(machine, JSON.readValue(file.toFile(), Report.class).measures())
          : new Report(machine, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is no report", e);
    }
  }

  /** This one with newer figures in the place of those of the same names. */
  public Report with(List<Measured> newer) {
    Map<String, Measured> byName = new LinkedHashMap<>();
    measures.forEach(measured -> byName.put(measured.name(), measured));
    newer.forEach(measured -> byName.put(measured.name(), measured));
    return new Report(machine, new ArrayList<>(byName.values()));
  }

  /** Writes the file and the folders that it lies in. */
  public void save(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      JSON.writeValue(file.toFile(), this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

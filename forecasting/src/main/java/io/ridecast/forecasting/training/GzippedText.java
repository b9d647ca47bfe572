package io.ridecast.forecasting.training;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Lines under a heading, gzipped; the same lines give the same bytes. */
final class GzippedText {
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private final Writer writer;

  GzippedText(String heading) {
    try {
      writer = new OutputStreamWriter(new GZIPOutputStream(content, 8192), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    line(heading);
  }

  void line(String line) {
    try {
      writer.write(line);
      writer.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file; no line can be added any more. */
  byte[] bytes() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return content.toByteArray();
  }

  /**
   * The lines below the heading.
   *
   * @param headings those that it may have; the first is the one that it should have
   * @throws IOException if this is not gzipped, or has another heading
   */
  static List<String> lines(byte[] content, String... headings) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(content), 8192),
                StandardCharsets.UTF_8))) {
      String found = reader.readLine();
      if (!List.of(headings).contains(String.valueOf(found))) {
        throw new IOException("the columns are " + found + ", not " + headings[0]);
      }
      return reader.lines().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}

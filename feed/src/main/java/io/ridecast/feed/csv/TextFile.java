package io.ridecast.feed.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens a UTF-8 text that may be gzipped; its first bytes tell, not its name. */
final class TextFile {
  private static final int BUFFER = 65_536;
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private TextFile() {}

  static Reader open(Path path) {
    if (Files.isDirectory(path)) {
      throw new UnusableRideFile(path + " is a directory; name the ride files in it");
    }
    try {
      InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
      return new InputStreamReader(plain(file), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new UnusableRideFile(
          path + " does not exist; needed is a CSV file with " + RideColumns.NEEDED, e);
    } catch (IOException e) {
      throw new UnusableRideFile(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static InputStream plain(InputStream file) throws IOException {
    file.mark(2);
    int first = file.read();
    int second = file.read();
    file.reset();
    return first == GZIP_FIRST && second == GZIP_SECOND ? new GZIPInputStream(file, BUFFER) : file;
  }
}

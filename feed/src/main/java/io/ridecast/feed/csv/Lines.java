package io.ridecast.feed.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a text, ended by LF, CR or both; none takes more memory than {@link #LONGEST}. */
final class Lines implements Closeable {
  /** No row of a ride file comes near this many characters. */
  static final int LONGEST = 65_536;

  private final Reader text;
  private final char[] buffer = new char[16_384];
  private final StringBuilder line = new StringBuilder(512);
  private int position;
  private int filled;
  private boolean afterReturn;
  private boolean cut;

  Lines(Reader text) {
    this.text = text;
  }

  /** The next line without its end, or null after the last. */
  @Nullable String next() throws IOException {
    line.setLength(0);
    cut = false;
    while (true) {
      if (position == filled && !fill()) {
        return line.isEmpty() ? null : line.toString();
      }
      if (afterReturn) {
        afterReturn = false;
        if (buffer[position] == '\n') {
          position++;
          continue;
        }
      }
      int end = endOfLine();
      keep(end);
      if (end < filled) {
        afterReturn = buffer[end] == '\r';
        position = end + 1;
        return line.toString();
      }
      position = end;
    }
  }

  /** Whether the last line was longer than {@link #LONGEST} and lost its rest. */
  boolean cut() {
    return cut;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  private boolean fill() throws IOException {
    position = 0;
    filled = Math.max(0, text.read(buffer, 0, buffer.length));
    return filled > 0;
  }

  private int endOfLine() {
    int end = position;
    while (end < filled && buffer[end] != '\n' && buffer[end] != '\r') {
      end++;
    }
    return end;
  }

  private void keep(int end) {
    int room = LONGEST - line.length();
    int length = end - position;
    cut |= length > room;
    line.append(buffer, position, Math.min(length, room));
  }
}

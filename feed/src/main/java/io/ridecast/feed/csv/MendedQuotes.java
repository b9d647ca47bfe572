package io.ridecast.feed.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a stray quote from swallowing the rows behind it: passes text on line by line, and takes
 * the quotes out of a line whose quotes neither close on it nor within the next few lines. Line
 * numbers stay.
 */
final class MendedQuotes extends Reader {
  private static final int MOST_LINES_OF_A_ROW = 20;

  private final Lines lines;
  private final char separator;
  private final Deque<String> ahead = new ArrayDeque<>();
  private String current = "";
  private int position;

  MendedQuotes(Lines lines, char separator) {
    this.lines = lines;
    this.separator = separator;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (position == current.length() && !advance()) {
        break;
      }
      int part = Math.min(length - done, current.length() - position);
      current.getChars(position, position + part, into, offset + done);
      position += part;
      done += part;
    }
    return done == 0 && length > 0 ? -1 : done;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private boolean advance() throws IOException {
    String line = nextLine();
    if (line == null) {
      return false;
    }
    current = (line.indexOf('"') < 0 ? line : quoted(line)) + "\n";
    position = 0;
    return true;
  }

  private String quoted(String first) throws IOException {
    QuoteState quotes = new QuoteState(separator);
    boolean sound = quotes.accept(first);
    List<String> more = new ArrayList<>();
    while (sound && quotes.open() && more.size() < MOST_LINES_OF_A_ROW) {
      String line = nextLine();
      if (line == null) {
        break;
      }
      more.add(line);
      sound = quotes.accept(line);
    }
    if (sound && !quotes.open()) {
      return more.isEmpty() ? first : first + "\n" + String.join("\n", more);
    }
    for (int i = more.size() - 1; i >= 0; i--) {
      ahead.addFirst(more.get(i));
    }
    return first.replace("\"", "");
  }

  private @Nullable String nextLine() throws IOException {
    if (!ahead.isEmpty()) {
      return ahead.removeFirst();
    }
    String line = lines.next();
    // Nothing so long is a ride: what stands for it has one field, and is skipped as ragged.
    return lines.cut() ? "?" : line;
  }
}

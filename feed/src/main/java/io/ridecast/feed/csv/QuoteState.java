package io.ridecast.feed.csv;

/** Follows the quotes of a row that may span lines, as RFC 4180 has them. */
final class QuoteState {
  private final char separator;
  private boolean open;
  private boolean malformed;

  QuoteState(char separator) {
    this.separator = separator;
  }

  /** Reads on; false once a quote stands where none may stand. */
  boolean accept(String line) {
    int length = line.length();
    boolean fieldStart = !open;
    int i = 0;
    while (i < length && !malformed) {
      char c = line.charAt(i);
      if (c != '"') {
        fieldStart = !open && c == separator;
      } else if (!open) {
        malformed = !fieldStart;
        open = true;
      } else if (i + 1 < length && line.charAt(i + 1) == '"') {
        i++;
      } else {
        open = false;
        malformed = i + 1 < length && line.charAt(i + 1) != separator;
      }
      i++;
    }
    return !malformed;
  }

  /** Whether the row goes on in the next line. */
  boolean open() {
    return open;
  }
}

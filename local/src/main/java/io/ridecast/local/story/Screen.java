package io.ridecast.local.story;

import java.io.PrintStream;
import java.util.Locale;

/** Lines for a person; on a terminal also a bar that moves until the next line is printed. */
public final class Screen {
  private static final int BAR = 30;
  private static final String ERASE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private boolean barIsShown;

  /**
   * @param terminal whether what was printed can be drawn over
   */
  public Screen(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Prints a line. */
  public synchronized void line(String line) {
    erase();
    out.println(line);
    out.flush();
  }

  /** Draws how far something is; nothing where it could not be drawn over. */
  public synchronized void bar(String what, double share, String reached) {
    if (!terminal) {
      return;
    }
    int full = (int) Math.round(BAR * Math.max(0, Math.min(1, share)));
    out.print(
        String.format(
            Locale.ROOT,
            "%s  %s [%s%s] %s",
            ERASE,
            what,
            "#".repeat(full),
            ".".repeat(BAR - full),
            reached));
    out.flush();
    barIsShown = true;
  }

  /** Draws how far something is; where it could not be drawn over, prints it as a line. */
  public synchronized void step(String what, double share, String reached) {
    if (terminal) {
      bar(what, share, reached);
    } else {
      line(String.format(Locale.ROOT, "%s %3.0f %%, %s", what, 100 * share, reached));
    }
  }

  private void erase() {
    if (barIsShown) {
      out.print(ERASE);
      barIsShown = false;
    }
  }
}

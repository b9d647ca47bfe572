package io.ridecast.forecasting.catalogue;

/** Levenshtein's distance: the fewest insertions, deletions and substitutions between two texts. */
final class EditDistance {
  private EditDistance() {}

  /** V. I. Levenshtein, Soviet Physics Doklady 10 (1966), by two rows of the usual table. */
  static int between(String left, String right) {
    int[] previous = new int[right.length() + 1];
    int[] current = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      previous[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      current[0] = row;
      for (int column = 1; column <= right.length(); column++) {
        int substitution = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(
                previous[column - 1] + substitution,
                1 + Math.min(previous[column], current[column - 1]));
      }
      int[] swap = previous;
      previous = current;
      current = swap;
    }
    return previous[right.length()];
  }
}

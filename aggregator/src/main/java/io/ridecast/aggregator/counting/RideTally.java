package io.ridecast.aggregator.counting;

/** Counts what became of the rides of one pack. */
final class RideTally {
  private int counted;
  private int duplicates;
  private int deadLetters;

  void count() {
    counted++;
  }

  void duplicate() {
    duplicates++;
  }

  void deadLetter() {
    deadLetters++;
  }

  int counted() {
    return counted;
  }

  int duplicates() {
    return duplicates;
  }

  int deadLetters() {
    return deadLetters;
  }
}

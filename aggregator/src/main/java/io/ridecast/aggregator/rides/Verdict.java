package io.ridecast.aggregator.rides;

import io.ridecast.records.RejectionReason;

/** What becomes of a ride. */
public sealed interface Verdict {
  Verdict COUNTED = new Counted();
  Verdict DUPLICATE = new Duplicate();

  /** It is one ride more of its community's day. */
  record Counted() implements Verdict {}

  /** Its id was counted already in the same community and local day. */
  record Duplicate() implements Verdict {}

  /**
   * It is not demand.
   *
   * @param reason why, by name
   * @param detail the same in words, with the values that decided
   */
  record Rejected(RejectionReason reason, String detail) implements Verdict {}
}

package io.ridecast.feed.csv;

/** Why a row of a feed was not sent. */
public enum SkipReason {
  /** Another number of fields than the heading has. */
  RAGGED_ROW("not as many fields as the heading"),
  /** The id is empty: duplicates could not be told apart. */
  NO_RIDE_ID("no ride id"),
  /** The start is empty. */
  NO_START_TIME("no start time"),
  /** The start is in neither of the portal's two forms. */
  UNREADABLE_START_TIME("unreadable start time"),
  /** The feed has promised this row's day already in an earlier run. */
  ALREADY_SENT("sent by an earlier run"),
  /** The feed was stopped before this row's time came in a live replay. */
  NOT_YET_DUE("stopped before its time came");

  private final String meaning;

  SkipReason(String meaning) {
    this.meaning = meaning;
  }

  /** The reason in words. */
  public String meaning() {
    return meaning;
  }
}

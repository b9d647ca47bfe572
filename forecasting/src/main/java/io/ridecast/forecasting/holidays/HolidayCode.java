package io.ridecast.forecasting.holidays;

/**
 * What kind of day a day is. The order is part of the feature list: days on which a city lives much
 * as usual first, those on which it stands still last, so that one split parts them.
 */
public enum HolidayCode {
  /** No holiday. */
  ORDINARY,
  /** A holiday that the library knows and this list does not name. */
  OTHER,
  /** The second Monday of October. */
  COLUMBUS_DAY,
  /** Veterans Day. */
  VETERANS_DAY,
  /** Washington's Birthday. */
  PRESIDENTS_DAY,
  /** Martin Luther King Jr. Day. */
  MARTIN_LUTHER_KING,
  /** Juneteenth. */
  JUNETEENTH,
  /** The weekday on which a holiday that falls on a weekend is observed. */
  OBSERVED,
  /** The day before Independence Day. */
  INDEPENDENCE_EVE,
  /** The day before Thanksgiving. */
  THANKSGIVING_EVE,
  /** 26 to 30 December. */
  BETWEEN_THE_YEARS,
  /** 31 December. */
  NEW_YEARS_EVE,
  /** Memorial Day. */
  MEMORIAL_DAY,
  /** Labor Day. */
  LABOUR_DAY,
  /** Independence Day. */
  INDEPENDENCE_DAY,
  /** The Friday after Thanksgiving. */
  DAY_AFTER_THANKSGIVING,
  /** 1 January. */
  NEW_YEAR,
  /** 24 December. */
  CHRISTMAS_EVE,
  /** The fourth Thursday of November. */
  THANKSGIVING,
  /** 25 December. */
  CHRISTMAS;

  /** Whether demand of such a day says little about the same weekday of other weeks. */
  public boolean unusual() {
    return this != ORDINARY;
  }

  /** The number that models know this kind of day by. */
  @SuppressWarnings("EnumOrdinal") // The order is what models learn from.
  public int code() {
    return ordinal();
  }
}

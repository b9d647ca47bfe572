package io.ridecast.forecasting.features;

import java.util.Locale;
import java.util.Set;

/** The columns of a feature row; their order is the order of the feature list. */
enum FeatureColumn {
  /** Days from the origin to the target day. */
  LEAD("days", "Days from the origin to the target day"),
  /** Weekday of the target day, 0 is Monday. */
  WEEKDAY("day of week", "Weekday of the target day, 0 is Monday"),
  /** Sine of the target's day of the year. */
  YEAR_SINE("-1 to 1", "Sine of the target's day of the year"),
  /** Cosine of the target's day of the year. */
  YEAR_COSINE("-1 to 1", "Cosine of the target's day of the year"),
  /** Sine of twice the target's day of the year. */
  HALF_YEAR_SINE("-1 to 1", "Sine of twice the target's day of the year"),
  /** Cosine of twice the target's day of the year. */
  HALF_YEAR_COSINE("-1 to 1", "Cosine of twice the target's day of the year"),
  /** What kind of day the target day is. */
  HOLIDAY("code", "What kind of day the target day is"),
  /** What kind of day the day before the target is. */
  HOLIDAY_BEFORE("code", "What kind of day the day before the target is"),
  /** What kind of day the day after the target is. */
  HOLIDAY_AFTER("code", "What kind of day the day after the target is"),
  /** What kind of day the origin is. */
  HOLIDAY_ORIGIN("code", "What kind of day the origin is"),
  /** What kind of day lies a week before the target. */
  HOLIDAY_WEEK_AGO("code", "What kind of day lies a week before the target"),
  /** Holidays among the target's weekday in the 4 weeks before it. */
  HOLIDAY_LAGS("days", "Holidays among the target's weekday in the 4 weeks before it"),
  /** Number of the community. */
  COMMUNITY("number", "Number of the community"),
  /** Latitude of the community's centroid. */
  LATITUDE("degrees", "Latitude of the community's centroid"),
  /** Longitude of the community's centroid. */
  LONGITUDE("degrees", "Longitude of the community's centroid"),
  /** Logarithm of the base level of the target day. */
  LOG_BASE("log rides", "Logarithm of the base level of the target day"),
  /** Logarithm of the deseasonalised level. */
  LOG_LEVEL("log rides", "Logarithm of the deseasonalised level"),
  /** Days without rides among the last 28 known ones. */
  ZERO_SHARE("share", "Days without rides among the last 28 known ones"),
  /** Variance of the last 28 days around what was expected, 1 for a Poisson count. */
  DISPERSION(
      "ratio", "Variance of the last 28 days around what was expected, 1 for a Poisson count"),
  /** Known days among the last 56. */
  KNOWN_DAYS("days", "Known days among the last 56"),
  /** Rides of the origin over what the level lets expect. */
  SURPRISE_0("ratio", "Rides of the origin over what the level lets expect"),
  /** Rides of the day before the origin over what the level lets expect. */
  SURPRISE_1("ratio", "Rides of the day before the origin over what the level lets expect"),
  /** Rides of 2 days before the origin over what the level lets expect. */
  SURPRISE_2("ratio", "Rides of 2 days before the origin over what the level lets expect"),
  /** Level of half-life 1 day over the level. */
  LEVEL_1("ratio", "Level of half-life 1 day over the level"),
  /** Level of half-life 3 days over the level. */
  LEVEL_3("ratio", "Level of half-life 3 days over the level"),
  /** Level of half-life 7 days over the level. */
  LEVEL_7("ratio", "Level of half-life 7 days over the level"),
  /** Level of half-life 14 days over the level. */
  LEVEL_14("ratio", "Level of half-life 14 days over the level"),
  /** Level of half-life 40 days over the level. */
  LEVEL_40("ratio", "Level of half-life 40 days over the level"),
  /** Rides 1 week before the target over its base level. */
  WEEK_AGO_1("ratio", "Rides 1 week before the target over its base level"),
  /** Rides 2 weeks before the target over its base level. */
  WEEK_AGO_2("ratio", "Rides 2 weeks before the target over its base level"),
  /** Rides 3 weeks before the target over its base level. */
  WEEK_AGO_3("ratio", "Rides 3 weeks before the target over its base level"),
  /** Rides 4 weeks before the target over its base level. */
  WEEK_AGO_4("ratio", "Rides 4 weeks before the target over its base level"),
  /** Mean of the last 4 same weekdays without holidays over the base level. */
  SAME_WEEKDAYS("ratio", "Mean of the last 4 same weekdays without holidays over the base level"),
  /** The community's factor of the target's weekday. */
  PROFILE("ratio", "The community's factor of the target's weekday"),
  /** That factor over the city's. */
  PROFILE_SHIFT("ratio", "That factor over the city's"),
  /** Logarithm of the city's deseasonalised level. */
  CITY_LOG_LEVEL("log rides", "Logarithm of the city's deseasonalised level"),
  /** The city's rides of the origin over what its level lets expect. */
  CITY_SURPRISE_0("ratio", "The city's rides of the origin over what its level lets expect"),
  /** The same for the day before the origin. */
  CITY_SURPRISE_1("ratio", "The same for the day before the origin"),
  /** The same for 2 days before the origin. */
  CITY_SURPRISE_2("ratio", "The same for 2 days before the origin"),
  /** The city's level of half-life 1 day over its level. */
  CITY_LEVEL_1("ratio", "The city's level of half-life 1 day over its level"),
  /** The city's level of half-life 3 days over its level. */
  CITY_LEVEL_3("ratio", "The city's level of half-life 3 days over its level"),
  /** The city's level of half-life 40 days over its level. */
  CITY_LEVEL_40("ratio", "The city's level of half-life 40 days over its level"),
  /** The city's rides 1 week before the target over its base level. */
  CITY_WEEK_AGO_1("ratio", "The city's rides 1 week before the target over its base level"),
  /** The city's rides 2 weeks before the target over its base level. */
  CITY_WEEK_AGO_2("ratio", "The city's rides 2 weeks before the target over its base level"),
  /** The city's mean of the last 4 same weekdays over its base level. */
  CITY_SAME_WEEKDAYS("ratio", "The city's mean of the last 4 same weekdays over its base level"),
  /** The city's rides 364 days before the target over the 4 weeks before that origin. */
  CITY_YEAR_AGO(
      "ratio", "The city's rides 364 days before the target over the 4 weeks before that origin"),
  /** The same for the week around that day. */
  CITY_YEAR_AGO_WEEK("ratio", "The same for the week around that day"),
  /** The community's share of the city at half-life 7 days over that at 40. */
  SHARE_SHIFT("ratio", "The community's share of the city at half-life 7 days over that at 40"),
  /** Own events on the target day. */
  EVENTS("events", "Own events on the target day"),
  /** Own events on the day before the target. */
  EVENTS_BEFORE("events", "Own events on the day before the target"),
  /** Own events on the day after the target. */
  EVENTS_AFTER("events", "Own events on the day after the target"),
  /** Rides of earlier days with events of the target's names over the weeks around them. */
  EVENT_EFFECT(
      "ratio",
      "Rides of earlier days with events of the target's names over the weeks around them"),
  /** The same for the city. */
  CITY_EVENT_EFFECT("ratio", "The same for the city"),
  /** Highest temperature of the target day as known at the origin. */
  TMAX("degrees C", "Highest temperature of the target day as known at the origin"),
  /** Lowest temperature of the target day as known at the origin. */
  TMIN("degrees C", "Lowest temperature of the target day as known at the origin"),
  /** Precipitation of the target day as known at the origin. */
  PRECIPITATION("mm", "Precipitation of the target day as known at the origin"),
  /** Wind of the target day as known at the origin. */
  WIND("km/h", "Wind of the target day as known at the origin"),
  /** Depth of snow on the target day as known at the origin. */
  SNOW("mm", "Depth of snow on the target day as known at the origin"),
  /** The target's highest temperature less the mean of the last 14 days. */
  TMAX_SHIFT("degrees C", "The target's highest temperature less the mean of the last 14 days"),
  /** Share of wet days among the last 14. */
  WET_SHARE("share", "Share of wet days among the last 14"),
  /** The origin's highest temperature less the mean of the last 14 days. */
  ORIGIN_TMAX_SHIFT(
      "degrees C", "The origin's highest temperature less the mean of the last 14 days"),
  /** Precipitation of the origin. */
  ORIGIN_PRECIPITATION("mm", "Precipitation of the origin"),
  /** What the target's weather has done to the city's rides, over what the last 14 days' did. */
  WEATHER_EFFECT(
      "ratio",
      "What the target's weather has done to the city's rides, over what the last 14 days' did"),
  /** The same for the origin's weather. */
  ORIGIN_WEATHER_EFFECT("ratio", "The same for the origin's weather");

  /** Those that name single days of the year, or follow from the year before. */
  static final Set<FeatureColumn> OF_DAYS_OF_THE_YEAR =
      Set.of(HALF_YEAR_SINE, HALF_YEAR_COSINE, CITY_YEAR_AGO, CITY_YEAR_AGO_WEEK);

  private final String unit;
  private final String meaning;

  FeatureColumn(String unit, String meaning) {
    this.unit = unit;
    this.meaning = meaning;
  }

  Feature feature() {
    return new Feature(name().toLowerCase(Locale.ROOT), unit, meaning);
  }

  /** Where this column stands in a row. */
  @SuppressWarnings("EnumOrdinal") // The order is what this enum is for; the fingerprint guards it.
  int position() {
    return ordinal();
  }

  /** Where the column {@code steps} further on stands. */
  int plus(int steps) {
    return position() + steps;
  }
}

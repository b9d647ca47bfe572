package io.ridecast.forecasting.features;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.series.ColdStart;
import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;

/**
 * The features of one community at one origin, lead by lead: the same code for training and for
 * forecasting.
 */
public final class FeatureRows {
  /** The furthest day that models learn to forecast. */
  public static final int LAST_LEAD = 7;

  /** Days up to the origin that features look at; a longer history changes nothing. */
  public static final int HISTORY_DAYS = OriginDays.WINDOW;

  /** A community's weekday profile counts as much as the city's once it has seen so many rides. */
  private static final double PROFILE_PRIOR_RIDES = 30;

  private final CityState city;
  private final OriginDays days;
  private final SeriesState own;
  private final int knownDays;
  private final float[] ofOrigin = new float[FeatureList.size()];

  /** Looks at {@code demand} up to the origin of {@code city}; nothing is known of neighbours. */
  public FeatureRows(Community community, DemandSeries demand, CityState city) {
    this(community, demand, city, CityShares.none());
  }

  /**
   * Looks at {@code demand} up to the origin of {@code city}.
   *
   * @param shares what neighbours let expect while few days of {@code demand} are known
   */
  public FeatureRows(Community community, DemandSeries demand, CityState city, CityShares shares) {
    this.city = city;
    days = city.days(community);
    knownDays = ColdStart.knownDays(demand, LocalDate.ofEpochDay(days.origin()));
    own =
        SeriesState.of(
            demand,
            days,
            city.series().profile(),
            PROFILE_PRIOR_RIDES,
            city.weather(),
            prior(community, shares));
    CommunityFeatures.fillOrigin(community, own, city.series(), ofOrigin);
  }

  /**
   * The base level of the day {@code lead} days after the origin, in rides: .35 times the mean of
   * the last 4 same weekdays (less where fewer are known) and .65 times the deseasonalised level
   * with its weekday factor, both times what the day's weather does where that is known; at least
   * 0.05. Models predict ratios to it.
   */
  public double base(int lead) {
    return Math.max(SeriesState.LEAST_BASE, own.base(lead) * city.weather().factor(lead));
  }

  /**
   * Writes the row of {@code lead} (1 to 7) into {@code target} from {@code offset} on; a feature
   * that cannot be known is NaN.
   */
  public void fill(int lead, float[] target, int offset) {
    city.fill(lead, target, offset);
    for (int column = FeatureColumn.COMMUNITY.position();
        column < FeatureColumn.CITY_LOG_LEVEL.position();
        column++) {
      target[offset + column] = ofOrigin[column];
    }
    int shareShift = FeatureColumn.SHARE_SHIFT.position();
    target[offset + shareShift] = ofOrigin[shareShift];
    CommunityFeatures.fillLead(own, city.series(), lead, target, offset);
    EventFeatures.fill(own, days, lead, target, offset);
    for (int column = 0; column < ofOrigin.length; column++) {
      if (Float.isInfinite(target[offset + column])) {
        target[offset + column] = Float.NaN;
      }
    }
  }

  /** Whether a base level has something to rest on: a known day, or neighbours. */
  public boolean hasLevel() {
    return !Double.isNaN(own.level());
  }

  /** How many of the last 56 days are known; with few, it is a {@link ColdStart}. */
  public int knownDays() {
    return knownDays;
  }

  private LevelPrior prior(Community community, CityShares shares) {
    if (!ColdStart.is(knownDays)) {
      return LevelPrior.none();
    }
    double youth = 1 - (double) knownDays / ColdStart.SEASONED_DAYS;
    return LevelPrior.neighbours(shares.expected(community) * city.series().level(), youth);
  }
}

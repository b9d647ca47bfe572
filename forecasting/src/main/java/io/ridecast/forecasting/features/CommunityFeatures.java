package io.ridecast.forecasting.features;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.series.ColdStart;

/** Features that follow from the community's own days, and from its share of the city. */
final class CommunityFeatures {
  private static final int DAYS_BACK = 3;
  private static final int LAG_WEEKS = 4;
  private static final int FOUR_WEEKS = 28;

  private CommunityFeatures() {}

  /** What does not depend on the lead. */
  static void fillOrigin(Community community, SeriesState own, SeriesState city, float[] row) {
    double level = Math.max(SeriesState.LEAST_BASE, own.level());
    row[FeatureColumn.COMMUNITY.position()] = community.number();
    row[FeatureColumn.LATITUDE.position()] = (float) community.latitude();
    row[FeatureColumn.LONGITUDE.position()] = (float) community.longitude();
    row[FeatureColumn.LOG_LEVEL.position()] = (float) Math.log(level);
    row[FeatureColumn.ZERO_SHARE.position()] = (float) own.zeroShare(FOUR_WEEKS);
    row[FeatureColumn.DISPERSION.position()] = (float) own.dispersion(FOUR_WEEKS);
    row[FeatureColumn.KNOWN_DAYS.position()] = own.known(ColdStart.WINDOW_DAYS);
    for (int age = 0; age < DAYS_BACK; age++) {
      row[FeatureColumn.SURPRISE_0.plus(age)] = (float) own.surprise(age);
    }
    for (int index = 0; index < SeriesState.HALF_LIVES.length; index++) {
      row[FeatureColumn.LEVEL_1.plus(index)] = (float) (own.level(index) / level);
    }
    double share = own.level(2) / city.level(2);
    row[FeatureColumn.SHARE_SHIFT.position()] = (float) (share * city.level(4) / own.level(4));
  }

  /** What does. */
  static void fillLead(SeriesState own, SeriesState city, int lead, float[] row, int offset) {
    double base = own.base(lead);
    row[offset + FeatureColumn.LOG_BASE.position()] = (float) Math.log(base);
    for (int week = 1; week <= LAG_WEEKS; week++) {
      row[offset + FeatureColumn.WEEK_AGO_1.plus(week - 1)] =
          (float) (own.rides(7 * week - lead) / base);
    }
    row[offset + FeatureColumn.SAME_WEEKDAYS.position()] =
        (float) (own.sameWeekdayMean(lead) / base);
    double profile = own.profile(lead);
    row[offset + FeatureColumn.PROFILE.position()] = (float) profile;
    row[offset + FeatureColumn.PROFILE_SHIFT.position()] = (float) (profile / city.profile(lead));
  }
}

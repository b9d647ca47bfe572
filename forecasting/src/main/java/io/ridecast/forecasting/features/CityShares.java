package io.ridecast.forecasting.features;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.series.ColdStart;
import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which share of the city's rides the communities had when a model was trained, and which share
 * that lets expect of one that nothing is known of. Whoever has the model and the city's totals can
 * tell a new community's level from it, without the days of any other community.
 *
 * @param known of all communities with enough known days
 */
public record CityShares(List<CommunityShare> known) {
  /** A share below which none is taken to be, so that one empty neighbour does not decide alone. */
  private static final double LEAST = 1e-5;

  /** Two places may be the same. */
  private static final double LEAST_KILOMETRES = 0.1;

  private static final Decay DECAY = new Decay(40, OriginDays.WINDOW);
  private static final CityShares NONE = new CityShares(List.of());

  private record Near(double kilometres, double share) {}

  /** Takes a copy. */
  public CityShares {
    known = List.copyOf(known);
  }

  /** Nothing is known of any community. */
  public static CityShares none() {
    return NONE;
  }

  /**
   * The shares as they are seen from {@code origin}: decayed rides (half-life 40 days) over the
   * city's of the same days; later days are not looked at.
   */
  public static CityShares at(
      LocalDate origin, DemandSeries city, Map<Community, DemandSeries> demand) {
    float[] totals = window(city, origin);
    List<CommunityShare> shares = new ArrayList<>();
    demand.forEach(
        (community, series) ->
            share(window(series, origin), totals)
                .ifPresent(
                    share ->
                        shares.add(
                            new CommunityShare(
                                community.number(),
                                community.latitude(),
                                community.longitude(),
                                share))));
    return new CityShares(shares);
  }

  /**
   * The share that its neighbours let expect of {@code community}: their geometric mean, weighted
   * by one over the square of the distance (to which the distance of the nearest is added). All
   * count alike where places are unknown. NaN without any neighbour; its own share is not looked
   * at.
   */
  public double expected(Community community) {
    List<Near> near =
        known.stream()
            .filter(other -> other.community() != community.number())
            .filter(other -> other.located() || !community.located())
            .map(other -> new Near(other.kilometresTo(community), other.share()))
            .sorted(Comparator.comparingDouble(Near::kilometres))
            .toList();
    double logs = 0;
    double weights = 0;
    for (Near other : near) {
      double weight = weight(other.kilometres() + near.get(0).kilometres());
      logs += weight * Math.log(Math.max(LEAST, other.share()));
      weights += weight;
    }
    return Math.exp(logs / weights);
  }

  private static double weight(double kilometres) {
    double apart = LEAST_KILOMETRES + kilometres;
    return Double.isNaN(apart) ? 1 : 1 / (apart * apart);
  }

  private static float[] window(DemandSeries series, LocalDate origin) {
    return series.window(origin.toEpochDay() - OriginDays.WINDOW + 1, OriginDays.WINDOW);
  }

  /** Days on which either is missing are left out of both. */
  private static Optional<Double> share(float[] rides, float[] totals) {
    double own = 0;
    double city = 0;
    int days = 0;
    for (int age = 0; age < DECAY.ages(); age++) {
      int day = rides.length - 1 - age;
      if (rides[day] >= 0 && totals[day] >= 0) {
        own += DECAY.weight(age) * rides[day];
        city += DECAY.weight(age) * totals[day];
        days++;
      }
    }
    return ColdStart.is(days) || city == 0 ? Optional.empty() : Optional.of(own / city);
  }
}

package io.ridecast.forecasting.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CitySharesTest {
  private static final LocalDate ORIGIN = LocalDate.of(2018, 7, 1);
  private static final Community HERE = community(1, 41.9, -87.65);

  @Test
  void shouldExpectTheShareOfTheNeighboursAround() {
    CityShares shares =
        new CityShares(List.of(share(2, 41.91, -87.65, 0.04), share(3, 41.89, -87.65, 0.01)));

    assertThat(shares.expected(HERE)).isCloseTo(0.02, within(1e-6));
  }

  @Test
  void shouldListenMostToTheNearest() {
    CityShares shares =
        new CityShares(List.of(share(2, 41.91, -87.65, 0.04), share(3, 41.8, -87.65, 0.01)));

    assertThat(shares.expected(HERE)).isBetween(0.03, 0.04);
  }

  @Test
  void shouldNotListenToTheOtherEndOfTheCity() {
    List<CommunityShare> known = new ArrayList<>();
    for (int neighbour = 2; neighbour <= 7; neighbour++) {
      known.add(share(neighbour, 41.9 + 0.001 * neighbour, -87.65, 0.02));
    }
    known.add(share(77, 41.7, -87.65, 0.5));

    assertThat(new CityShares(known).expected(HERE)).isCloseTo(0.02, within(1e-4));
  }

  @Test
  void shouldNotLookAtItsOwnShare() {
    CityShares alone = new CityShares(List.of(share(1, 41.9, -87.65, 0.5)));

    assertThat(alone.expected(HERE)).isNaN();
    assertThat(CityShares.none().expected(HERE)).isNaN();
  }

  @Test
  void shouldTakeAllAlikeWherePlacesAreUnknown() throws Exception {
    CityShares shares =
        new CityShares(
            List.of(share(2, Double.NaN, Double.NaN, 0.04), share(3, 41.9, -87.65, 0.01)));
    Community nowhere = community(9, Double.NaN, Double.NaN);

    assertThat(shares.expected(nowhere)).isCloseTo(0.02, within(1e-9));
    assertThat(shares.expected(HERE)).isCloseTo(0.01, within(1e-9));
    JsonMapper json = JsonMapper.builder().build();
    assertThat(json.readValue(json.writeValueAsString(shares), CityShares.class)).isEqualTo(shares);
  }

  @Test
  void shouldNotBeEmptiedByOneNeighbourWithoutRides() {
    CityShares shares =
        new CityShares(List.of(share(2, 41.91, -87.65, 0.04), share(3, 41.89, -87.65, 0)));

    assertThat(shares.expected(HERE)).isBetween(1e-4, 0.04);
  }

  @Test
  void shouldTakeRidesOverTheCitysOfTheSameDays() {
    float[] rides = new float[100];
    Arrays.fill(rides, 10);
    Arrays.fill(rides, 40, 100, Float.NaN);
    float[] city = new float[100];
    Arrays.fill(city, 100);
    // While it was closed the city grew.
    Arrays.fill(city, 40, 100, 400);

    CityShares shares = at(ORIGIN, city, Map.of(HERE, rides));

    assertThat(shares.known()).hasSize(1);
    assertThat(shares.known().get(0).share()).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void shouldKnowNoShareOfTooFewDaysNorLookAhead() {
    float[] rides = new float[100];
    Arrays.fill(rides, Float.NaN);
    Arrays.fill(rides, 80, 100, 10);
    float[] city = new float[100];
    Arrays.fill(city, 100);

    assertThat(at(ORIGIN, city, Map.of(HERE, rides)).known()).hasSize(1);
    assertThat(at(ORIGIN.minusDays(6), city, Map.of(HERE, rides)).known()).hasSize(1);
    assertThat(at(ORIGIN.minusDays(7), city, Map.of(HERE, rides)).known()).isEmpty();
  }

  @Test
  void shouldRefuseWhatIsNoShare() {
    assertThatThrownBy(() -> share(2, 41, -87, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("community 2");
  }

  /** Days that end with {@link #ORIGIN}. */
  private static CityShares at(LocalDate origin, float[] city, Map<Community, float[]> rides) {
    LocalDate first = ORIGIN.minusDays(city.length - 1L);
    Map<Community, DemandSeries> demand = new LinkedHashMap<>();
    rides.forEach((community, counts) -> demand.put(community, DemandSeries.of(first, counts)));
    return CityShares.at(origin, DemandSeries.of(first, city), demand);
  }

  private static CommunityShare share(int number, double latitude, double longitude, double share) {
    return new CommunityShare(number, latitude, longitude, share);
  }

  private static Community community(int number, double latitude, double longitude) {
    return new Community(
        number, "C" + number, latitude, longitude, OptionalDouble.empty(), Optional.empty());
  }
}

package io.ridecast.aggregator.city;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.aggregator.city.CityDay.Part;
import org.junit.jupiter.api.Test;

class CityDayTest {

  @Test
  void shouldWaitForAllPartitions() {
    assertThat(CityDay.unknown().with(0, new Part(5, 1)).revised(2)).isEmpty();
  }

  @Test
  void shouldAddUpAllPartitions() {
    assertThat(CityDay.unknown().with(0, new Part(5, 1)).with(1, new Part(7, 2)).revised(2))
        .hasValueSatisfying(
            day -> {
              assertThat(day.revision()).isEqualTo(1);
              assertThat(day.said()).isEqualTo(new Part(12, 3));
            });
  }

  @Test
  void shouldReviseWhenAPartChanges() {
    CityDay day = CityDay.unknown().with(0, new Part(5, 1)).revised(1).orElseThrow();

    assertThat(day.with(0, new Part(6, 1)).revised(1))
        .hasValueSatisfying(
            next -> {
              assertThat(next.revision()).isEqualTo(2);
              assertThat(next.said()).isEqualTo(new Part(6, 1));
            });
  }

  @Test
  void shouldNotSayTheSameTwice() {
    CityDay day = CityDay.unknown().with(0, new Part(5, 1)).revised(1).orElseThrow();

    assertThat(day.with(0, new Part(5, 1)).revised(1)).isEmpty();
  }

  @Test
  void shouldSayThatNobodyRode() {
    assertThat(CityDay.unknown().with(0, new Part(0, 0)).revised(1)).isPresent();
  }
}

package io.ridecast.forecasting.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
  @ParameterizedTest
  @CsvSource({"kitten,sitting,3", "'',abc,3", "abc,'',3", "same,same,0", "ab,ba,2"})
  void shouldCountEdits(String left, String right, int edits) {
    assertThat(EditDistance.between(left, right)).isEqualTo(edits);
    assertThat(EditDistance.between(right, left)).isEqualTo(edits);
  }
}

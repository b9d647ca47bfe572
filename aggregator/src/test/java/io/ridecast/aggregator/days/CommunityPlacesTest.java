package io.ridecast.aggregator.days;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.aggregator.rides.CommunityNumber;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommunityPlacesTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 1_000, 1 << 20, 0x10000001})
  void shouldFindEachNumberAtItsPlaceAndNoOther(int step) {
    int[] numbers = IntStream.rangeClosed(1, 1_000).map(n -> n * step).filter(n -> n > 0).toArray();
    CommunityPlaces places = new CommunityPlaces(numbers);

    for (int place = 0; place < numbers.length; place++) {
      assertThat(places.of(numbers[place])).isEqualTo(place);
    }
    assertThat(IntStream.of(numbers).map(n -> n + 1).filter(n -> !contains(numbers, n)))
        .allSatisfy(n -> assertThat(places.of(n)).isEqualTo(CommunityPlaces.NOT_HERE));
  }

  @Test
  void shouldFindNothingWhereThereIsNone() {
    CommunityPlaces places = new CommunityPlaces(new int[0]);

    assertThat(places.of(1)).isEqualTo(CommunityPlaces.NOT_HERE);
    assertThat(places.of(CommunityNumber.NONE)).isEqualTo(CommunityPlaces.NOT_HERE);
    assertThat(places.of(CommunityNumber.MISSING)).isEqualTo(CommunityPlaces.NOT_HERE);
  }

  private static boolean contains(int[] numbers, int number) {
    return IntStream.of(numbers).anyMatch(each -> each == number);
  }
}

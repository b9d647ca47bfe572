package io.ridecast.aggregator.rides;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommunityNumberTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 10, 77, 77_000, Integer.MAX_VALUE})
  void shouldReadItsOwnText(int number) {
    assertThat(CommunityNumber.of(Integer.toString(number))).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "01", "-1", "+1", "1 ", " 1", "7a", "Loop", "2147483648", "\u0661"})
  void shouldTakeNothingElseForANumber(String text) {
    assertThat(CommunityNumber.of(text)).isEqualTo(CommunityNumber.NONE);
  }

  @Test
  void shouldNotWrapAroundInALongText() {
    assertThat(CommunityNumber.of("18446744073709551617")).isEqualTo(CommunityNumber.NONE);
  }

  @Test
  void shouldTellThatThereIsNoText() {
    assertThat(CommunityNumber.of("")).isEqualTo(CommunityNumber.MISSING);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 10, 77, 123, 9_876, 77_000, 123_456, 7_654_321, 98_765_432})
  void shouldReadTheSameWhateverStandsBehind(int number) {
    String text = Integer.toString(number);
    byte[] bytes = ("9" + text + "\u00019:/\u00ff\u00ff").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(CommunityNumber.of(bytes, 1, text.length())).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1/", "1:", "12345678:", "1\u00002", "1\u00b02", "1\u0080", "7a", "1234567/"})
  void shouldTakeNothingElseForANumberWhateverStandsBehind(String text) {
    byte[] bytes = (text + "000000000").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(CommunityNumber.of(bytes, 0, text.length())).isEqualTo(CommunityNumber.NONE);
  }

  @Test
  void shouldReadItsPartOfTheBytes() {
    byte[] bytes = "1234".getBytes(StandardCharsets.UTF_8);

    assertThat(CommunityNumber.of(bytes, 1, 2)).isEqualTo(23);
  }
}

package io.ridecast.aggregator.rides;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownTextsTest {
  private final KnownTexts texts = new KnownTexts();

  @Test
  void shouldReadEveryTextAsItIs() {
    IntStream.range(0, 100_000)
        .mapToObj(Integer::toString)
        .forEach(text -> assertThat(read(text)).isEqualTo(text));
    assertThat(read("")).isEmpty();
    assertThat(read("\u0000")).isEqualTo("\u0000");
    assertThat(read("0")).isEqualTo("0");
    assertThat(read("\u00e9\u00e9")).isEqualTo("\u00e9\u00e9");
    assertThat(read("LAKE VIEW")).isEqualTo("LAKE VIEW");
  }

  @Test
  void shouldMakeOneObjectOfAShortTextThatComesAgain() {
    String first = read("77");

    assertThat(read("77")).isSameAs(first);
  }

  @Test
  void shouldKnowTenThousandTextsAtOnce() {
    List<String> first = IntStream.range(0, 10_000).mapToObj(n -> read("" + n)).toList();

    IntStream.range(0, 10_000).forEach(n -> assertThat(read("" + n)).isSameAs(first.get(n)));
  }

  private String read(String text) {
    byte[] bytes = ("x" + text + "y").getBytes(StandardCharsets.UTF_8);
    return texts.of(bytes, 1, bytes.length - 2);
  }
}

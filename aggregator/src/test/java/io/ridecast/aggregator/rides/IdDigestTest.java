package io.ridecast.aggregator.rides;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdDigestTest {

  /** Digests lie in changelogs: another algorithm would count every ride once more. */
  @Test
  void shouldBeXxh64ForEver() {
    assertThat(IdDigest.of("")).isEqualTo(0xEF46DB3751D8E999L);
    assertThat(IdDigest.of("abc")).isEqualTo(0x44BC2CF5AD770999L);
  }

  @Test
  void shouldDigestAPartOfABuffer() {
    byte[] bytes = "..ride..".getBytes(StandardCharsets.UTF_8);

    assertThat(IdDigest.of(bytes, 2, 4)).isEqualTo(IdDigest.of("ride"));
  }

  @Test
  void shouldTellManyIdsApart() {
    assertThat(
            IntStream.range(0, 100_000)
                .mapToObj(n -> IdDigest.of("ride-" + n))
                .collect(Collectors.toSet()))
        .hasSize(100_000);
  }
}

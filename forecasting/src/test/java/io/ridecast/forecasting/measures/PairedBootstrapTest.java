package io.ridecast.forecasting.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {
  @Test
  void shouldCompareSumsOfErrors() {
    PairedBootstrap.Ratio ratio =
        PairedBootstrap.ratio(
            List.of(new PairedBootstrap.Block(9, 10), new PairedBootstrap.Block(90, 100)));

    assertThat(ratio.ratio()).isCloseTo(0.9, within(1e-12));
    assertThat(ratio.low()).isCloseTo(0.9, within(1e-12));
    assertThat(ratio.high()).isCloseTo(0.9, within(1e-12));
    assertThat(ratio.blocks()).isEqualTo(2);
  }

  @Test
  void shouldSaySoWhenTheDifferenceMayBeChance() {
    PairedBootstrap.Ratio ratio =
        PairedBootstrap.ratio(
            List.of(
                new PairedBootstrap.Block(80, 100),
                new PairedBootstrap.Block(115, 100),
                new PairedBootstrap.Block(85, 100),
                new PairedBootstrap.Block(112, 100)));

    assertThat(ratio.ratio()).isCloseTo(0.98, within(1e-12));
    assertThat(ratio.low()).isLessThan(0.95);
    assertThat(ratio.high()).isGreaterThan(1.05);
  }

  @Test
  void shouldHoldTheTruthAboutNineTimesInTen() {
    SplittableRandom random = new SplittableRandom(3);
    long held =
        IntStream.range(0, 200)
            .mapToObj(repeat -> PairedBootstrap.ratio(blocks(random, 30)))
            .filter(ratio -> ratio.low() <= 0.95 && 0.95 <= ratio.high())
            .count();

    assertThat(held).isBetween(165L, 195L);
  }

  @Test
  void shouldGiveTheSameAnswerAgain() {
    List<PairedBootstrap.Block> blocks = blocks(new SplittableRandom(1), 8);

    assertThat(PairedBootstrap.ratio(blocks)).isEqualTo(PairedBootstrap.ratio(blocks));
  }

  @Test
  void shouldCallTwoPerfectForecastsEqual() {
    assertThat(PairedBootstrap.ratio(List.of(new PairedBootstrap.Block(0, 0))))
        .isEqualTo(new PairedBootstrap.Ratio(1, 1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> PairedBootstrap.ratio(List.of()));
  }

  private static List<PairedBootstrap.Block> blocks(SplittableRandom random, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            block -> {
              double other = 80 + 40 * random.nextDouble();
              double noise = 1 + 0.2 * (random.nextDouble() - 0.5);
              return new PairedBootstrap.Block(0.95 * other * noise, other);
            })
        .toList();
  }
}

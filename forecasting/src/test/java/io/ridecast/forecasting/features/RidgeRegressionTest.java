package io.ridecast.forecasting.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RidgeRegressionTest {
  @Test
  void shouldFindTheCoefficientsOfManyRows() {
    RidgeRegression regression = new RidgeRegression(3);
    SplittableRandom random = new SplittableRandom(4);
    for (int row = 0; row < 20_000; row++) {
      double[] terms = {random.nextGaussian(), random.nextGaussian(), 0};
      terms[2] = 0.9 * terms[0] + 0.4 * random.nextGaussian();
      double target = 0.3 * terms[0] - 0.2 * terms[1] + 0.1 * terms[2] + random.nextGaussian();
      regression.add(terms, target, 1);
    }

    assertThat(regression.coefficients()[0]).isCloseTo(0.3, within(0.06));
    assertThat(regression.coefficients()[1]).isCloseTo(-0.2, within(0.03));
    assertThat(regression.coefficients()[2]).isCloseTo(0.1, within(0.06));
  }

  @Test
  void shouldHoldCoefficientsOfFewRowsTowardsZero() {
    RidgeRegression regression = new RidgeRegression(2);
    for (int row = 0; row < 10; row++) {
      regression.add(new double[] {1, 0}, 1, 1);
    }

    // Ten rows of 1 against ten of 0.
    assertThat(regression.coefficients()).containsExactly(0.5, 0);
    assertThat(regression.rows()).isEqualTo(10);
  }

  @Test
  void shouldWeighRows() {
    RidgeRegression regression = new RidgeRegression(1);
    regression.add(new double[] {1}, 1, 30);

    assertThat(regression.coefficients()[0]).isCloseTo(0.75, within(1e-9));
  }
}

package io.ridecast.predictor.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.model.DayForecast;
import io.ridecast.forecasting.model.FallbackModel;
import io.ridecast.forecasting.model.ForecastInput;
import io.ridecast.forecasting.model.ForecastModel;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialForecastsTest {
  private final TrialForecasts trial = new TrialForecasts();

  @Test
  void shouldFindNothingWrongWithForecasts() {
    assertThat(trial.problem(new FallbackModel())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -0.1, 1e9})
  void shouldFindWhatIsNoCount(double value) {
    assertThat(problem((input, lead) -> day(input, lead, value, value, value, value)))
        .contains("not finite, negative or beyond");
    assertThat(problem((input, lead) -> day(input, lead, 1 + lead, 0, 1, value)))
        .contains("not finite, negative or beyond");
  }

  @Test
  void shouldFindQuantilesThatCross() {
    assertThat(problem((input, lead) -> day(input, lead, lead, 2, 1, 3))).contains("cross");
    assertThat(problem((input, lead) -> day(input, lead, lead, 1, 3, 2))).contains("cross");
  }

  @Test
  void shouldFindAConstant() {
    assertThat(problem((input, lead) -> day(input, lead, 7, 6, 7, 8))).contains("same forecast");
  }

  @Test
  void shouldFindAModelThatFails() {
    assertThat(
            problem(
                (input, lead) -> {
                  throw new IllegalStateException("boom");
                }))
        .contains("boom");
  }

  private String problem(BiFunction<ForecastInput, Integer, DayForecast> made) {
    return trial.problem(new Made(made)).orElse("nothing");
  }

  private static DayForecast day(
      ForecastInput input, int lead, double mean, double p10, double p50, double p90) {
    return new DayForecast(input.origin().plusDays(lead), lead, mean, p10, p50, p90);
  }

  private record Made(BiFunction<ForecastInput, Integer, DayForecast> made)
      implements ForecastModel {
    @Override
    public String version() {
      return "made";
    }

    @Override
    public List<List<DayForecast>> forecast(List<ForecastInput> inputs, int firstLead) {
      return inputs.stream()
          .map(
              input ->
                  IntStream.range(firstLead, firstLead + DAYS)
                      .mapToObj(lead -> made.apply(input, lead))
                      .toList())
          .toList();
    }

    @Override
    public float[][][] features(List<ForecastInput> inputs, int firstLead) {
      return new float[inputs.size()][DAYS][0];
    }
  }
}

package io.ridecast.predictor;

import static io.ridecast.predictor.PredictorBench.LAST;
import static io.ridecast.predictor.PredictorBench.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.model.DayForecast;
import io.ridecast.forecasting.model.ForecastInput;
import io.ridecast.forecasting.model.ForecastModel;
import io.ridecast.records.Forecast;
import io.ridecast.records.ForecastTrigger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WeatherTopologyTest extends OnBench {
  private static final Instant EVENING = Instant.parse("2020-09-10T23:00:00Z");

  @BeforeEach
  void forecastByTheThermometer() throws Exception {
    bench.in.history(LAST, 30);
    bench.in.weather(LAST.plusDays(1), EVENING, 20);
    bench.in.clockAtCloseOf(LAST);
    bench.announce(1, "1", new Thermometer());
    bench.rounds(5);
  }

  @Test
  void shouldForecastWithWhatWasIssuedBeforeTheOriginEnded() {
    assertThat(firstMean(bench.out.forecasts())).isEqualTo(20);
  }

  @Test
  void shouldTakeUpNewWeatherWithTheNextForecastAndMakeNoneForIt() {
    Forecast before = ofCommunitySix(bench.out.forecasts());
    bench.in.weather(LAST.plusDays(1), EVENING.plusSeconds(60), 25);
    bench.wait(PATIENCE);
    assertThat(bench.out.forecasts()).isEmpty();

    reviseCommunitySix();

    Forecast after = ofCommunitySix(bench.out.forecasts());
    assertThat(after.getTrigger()).isEqualTo(ForecastTrigger.REVISION);
    assertThat(after.getDays().get(0).getMean()).isEqualTo(25);
    assertThat(after.getForecastId()).isNotEqualTo(before.getForecastId());
  }

  @Test
  void shouldNotSeeWhatWasIssuedWhenTheOriginHadEnded() {
    bench.out.forecasts();
    bench.in.weather(LAST.plusDays(1), Instant.parse("2020-09-11T05:00:00Z"), 30);

    reviseCommunitySix();

    assertThat(firstMean(bench.out.forecasts())).isEqualTo(20);
  }

  private void reviseCommunitySix() {
    bench.in.close(6, LAST.minusDays(7), 99);
    bench.rounds(3);
  }

  private static double firstMean(List<Forecast> forecasts) {
    return ofCommunitySix(forecasts).getDays().get(0).getMean();
  }

  private static Forecast ofCommunitySix(List<Forecast> forecasts) {
    return PredictorOutput.newest(forecasts, "6");
  }

  /** Forecasts as many rides as the day is to have degrees. */
  private record Thermometer() implements ForecastModel {
    @Override
    public String version() {
      return "1";
    }

    @Override
    public List<List<DayForecast>> forecast(List<ForecastInput> inputs, int firstLead) {
      List<List<DayForecast>> forecasts = new ArrayList<>();
      for (float[][] rows : features(inputs, firstLead)) {
        List<DayForecast> days = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
          double mean = Float.isNaN(rows[day][0]) ? 1 : rows[day][0];
          LocalDate date = inputs.get(0).origin().plusDays(firstLead + day);
          days.add(new DayForecast(date, firstLead + day, mean, mean, mean, mean));
        }
        forecasts.add(days);
      }
      return forecasts;
    }

    @Override
    public float[][][] features(List<ForecastInput> inputs, int firstLead) {
      float[][][] features = new float[inputs.size()][DAYS][1];
      for (int i = 0; i < inputs.size(); i++) {
        ForecastInput input = inputs.get(i);
        for (int day = 0; day < DAYS; day++) {
          features[i][day][0] =
              input
                  .circumstances()
                  .weatherKnownAt(input.origin())
                  .of(input.origin().toEpochDay() + firstLead + day)
                  .tmax();
        }
      }
      return features;
    }
  }
}

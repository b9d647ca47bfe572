package io.ridecast.forecasting.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.model.DayForecast;
import io.ridecast.forecasting.model.ForecastInput;
import io.ridecast.forecasting.model.ForecastModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTrainingTest {
  private static final int COMMUNITIES = 8;
  private static final DemandPanel PANEL = SyntheticCity.panel(COMMUNITIES, 200, 1);
  private static final TrainedModel TRAINED =
      new ModelTraining().train(PANEL, TinyTraining.PARAMETERS, ProgressListener.NONE);

  @Test
  void shouldBeatTheSeasonalNaive() {
    assertThat(TRAINED.report().beatsSeasonalNaive()).isTrue();
    assertThat(TRAINED.report().wape()).isLessThan(0.95 * TRAINED.report().naiveWape());
  }

  @Test
  void shouldReportOnTheLast28Days() {
    assertThat(TRAINED.report().to()).isEqualTo(PANEL.last());
    assertThat(TRAINED.report().from()).isEqualTo(PANEL.last().minusDays(27));
    assertThat(TRAINED.report().forecasts()).isEqualTo(COMMUNITIES * 28L * 3);
  }

  @Test
  void shouldCoverAboutFourFifths() {
    assertThat(TRAINED.report().coverage()).isBetween(0.5, 0.95);
    assertThat(TRAINED.report().bias()).isBetween(-0.25, 0.25);
  }

  @Test
  void shouldGiveTheSameBundleAgain() {
    TrainedModel again =
        new ModelTraining().train(PANEL, TinyTraining.PARAMETERS, ProgressListener.NONE);

    assertThat(again.bundle().sha256()).isEqualTo(TRAINED.bundle().sha256());
    assertThat(again.report()).isEqualTo(TRAINED.report());
  }

  @Test
  void shouldGiveAnotherBundleForAnotherSeed() {
    TrainedModel other =
        new ModelTraining()
            .train(PANEL, TinyTraining.PARAMETERS.withSeed(8), ProgressListener.NONE);

    assertThat(other.bundle().sha256()).isNotEqualTo(TRAINED.bundle().sha256());
  }

  @Test
  void shouldForecastOrderedDaysAfterReadingTheBundleBack() throws Exception {
    ModelBundle bundle = TRAINED.bundle();
    ForecastModel model = ModelBundle.read(bundle.bytes(), bundle.sha256()).model("7");
    List<ForecastInput> inputs = inputs();

    List<List<DayForecast>> forecasts = model.forecast(inputs, 1);

    assertThat(model.version()).isEqualTo("7");
    assertThat(forecasts).hasSize(COMMUNITIES).isEqualTo(bundle.model("7").forecast(inputs, 1));
    assertThat(forecasts)
        .allSatisfy(
            days -> {
              assertThat(days).extracting(DayForecast::lead).containsExactly(1, 2, 3);
              assertThat(days)
                  .allSatisfy(
                      day -> {
                        assertThat(day.date()).isEqualTo(PANEL.last().plusDays(day.lead()));
                        assertThat(day.p10()).isBetween(0.0, day.p50());
                        assertThat(day.p90()).isGreaterThanOrEqualTo(day.p50());
                        assertThat(day.mean()).isPositive();
                      });
            });
  }

  @Test
  void shouldSayHowManyDaysAreMissing() {
    assertThatThrownBy(
            () ->
                new ModelTraining()
                    .train(
                        SyntheticCity.panel(2, 89, 1),
                        TinyTraining.PARAMETERS,
                        ProgressListener.NONE))
        .isInstanceOfSatisfying(
            HistoryTooShort.class,
            problem -> {
              assertThat(problem.days()).isEqualTo(89);
              assertThat(problem.needed()).isEqualTo(90);
            })
        .hasMessageContaining("feed 1 more days");
  }

  @Test
  void shouldTrainOn90Days() {
    TrainedModel trained =
        new ModelTraining()
            .train(
                SyntheticCity.panel(COMMUNITIES, 90, 2),
                TinyTraining.PARAMETERS,
                ProgressListener.NONE);

    assertThat(trained.report().forecasts()).isPositive();
    assertThat(trained.report().wape()).isLessThan(1);
  }

  @Test
  void shouldTellItsStagesInOrderUpToTheirEnds() {
    List<TrainingStage> ended = new ArrayList<>();
    new ModelTraining()
        .train(
            SyntheticCity.panel(2, 100, 2),
            TinyTraining.PARAMETERS,
            (stage, done) -> {
              if (done >= 1) {
                ended.add(stage);
              }
            });

    assertThat(ended).containsExactly(TrainingStage.values());
  }

  static List<ForecastInput> inputs() {
    return PANEL.catalogue().communities().stream()
        .filter(community -> PANEL.demand(community).isPresent())
        .map(
            community ->
                new ForecastInput(
                    community, PANEL.demand(community).orElseThrow(), PANEL.city(), PANEL.last()))
        .toList();
  }
}

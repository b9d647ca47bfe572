package io.ridecast.forecasting.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.forecasting.boosting.BoostingFailure;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.model.DayForecast;
import io.ridecast.forecasting.model.ForecastInput;
import io.ridecast.forecasting.model.ForecastModel;
import io.ridecast.forecasting.series.DemandSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModelTrainingTest {
  private static final int COMMUNITIES = 8;
  private static final DemandPanel PANEL = SyntheticCity.panel(COMMUNITIES, 200, 1);
  private static final TrainedModel TRAINED =
      new ModelTraining().train(PANEL, TinyTraining.PARAMETERS, ProgressListener.NONE);

  @Test
  void shouldBeatTheSeasonalNaive() {
    assertThat(TRAINED.report().beatsSeasonalNaive()).isTrue();
    assertThat(TRAINED.report().wape()).isLessThan(TRAINED.report().naiveWape());
    assertThat(TRAINED.report().metrics()).containsEntry("holdout.wape", TRAINED.report().wape());
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
    List<ForecastInput> inputs = PANEL.inputs();

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
  void shouldTrainAcrossAGap() {
    DemandSeries whole = SyntheticCity.panel(1, 100, 2).city();
    long start = whole.first().toEpochDay();
    DemandSeries gap = DemandSeries.of(whole.first().minusDays(200), whole.window(start, 30));
    for (int day = 0; day < 70; day++) {
      gap = gap.with(whole.last().minusDays(day), whole.at(whole.last().minusDays(day)));
    }
    DemandPanel panel = DemandPanel.of(Catalogue.chicago(), Map.of("1", gap));

    TrainedModel trained =
        new ModelTraining().train(panel, TinyTraining.PARAMETERS, ProgressListener.NONE);

    assertThat(trained.report().forecasts()).isEqualTo(28 * 3);
    assertThat(trained.report().wape()).isFinite();
  }

  @Test
  void shouldTrainOnACommunityThatIsNeverRidden() {
    Map<String, DemandSeries> demand = new TreeMap<>(SyntheticCity.demand(2, 120, 4));
    demand.put("3", DemandSeries.of(SyntheticCity.FIRST, new float[120]));
    DemandPanel panel = DemandPanel.of(Catalogue.chicago(), demand);
    ForecastModel model =
        new ModelTraining()
            .train(panel, TinyTraining.PARAMETERS, ProgressListener.NONE)
            .bundle()
            .model("1");
    Community idle = panel.catalogue().byKey("3").orElseThrow();

    List<DayForecast> days =
        model
            .forecast(
                List.of(
                    new ForecastInput(
                        idle, panel.demand(idle).orElseThrow(), panel.city(), panel.last())),
                1)
            .get(0);

    assertThat(days)
        .allSatisfy(
            day -> {
              assertThat(day.mean()).isBetween(0.0, 1.0);
              assertThat(day.p50()).isZero();
            });
  }

  @Test
  void shouldStopWhenItsThreadIsInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () -> new ModelTraining().train(PANEL, TinyTraining.PARAMETERS, ProgressListener.NONE))
        .isInstanceOf(BoostingFailure.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
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
}

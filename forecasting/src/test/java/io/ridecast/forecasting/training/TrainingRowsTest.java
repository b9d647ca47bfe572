package io.ridecast.forecasting.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.boosting.FeatureImportance;
import io.ridecast.forecasting.boosting.FeatureMatrix;
import io.ridecast.forecasting.boosting.Output;
import io.ridecast.forecasting.boosting.RatioBoosters;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.circumstances.Circumstances;
import io.ridecast.forecasting.features.Feature;
import io.ridecast.forecasting.features.FeatureList;
import io.ridecast.forecasting.model.ForecastInput;
import io.ridecast.forecasting.model.ForecastModel;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.weather.WeatherHistory;
import io.ridecast.forecasting.weather.WeatherMeasures;
import io.ridecast.forecasting.weather.WeatherReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingRowsTest {
  private static final int COMMUNITIES = 3;
  private static final DemandPanel PANEL = SyntheticCity.panel(COMMUNITIES, 120, 3);
  private static final Circumstances WITH_WEATHER =
      Circumstances.usual().with(weather(), Catalogue.chicago().serviceDay());

  /** What is trained on is what the serving model computes, row by row. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldHoldTheRowsThatTheModelIsAskedWith(boolean weather) {
    DemandPanel panel = weather ? PANEL.in(WITH_WEATHER) : PANEL;
    FeatureMatrix rows = all(panel);
    ForecastModel model =
        new ModelTraining()
            .train(panel, TinyTraining.PARAMETERS, ProgressListener.NONE)
            .bundle()
            .model("1");
    int blind = 0;
    int row = 0;
    int compared = 0;
    LocalDate first = PANEL.first().plusDays(TrainingRows.DAYS_BEFORE);
    for (LocalDate origin = first; origin.isBefore(PANEL.last()); origin = origin.plusDays(1)) {
      for (ForecastInput input : inputs(origin, panel.circumstances())) {
        float[][] early = model.features(List.of(input), 1)[0];
        float[][] late = model.features(List.of(input), 5)[0];
        float[][] middle = model.features(List.of(input), 4)[0];
        float[][] asked = {early[0], early[1], early[2], middle[0], late[0], late[1], late[2]};
        for (int lead = 1; lead <= 7 && !origin.plusDays(lead).isAfter(PANEL.last()); lead++) {
          float[] trained = rows.row(row++);
          if (weather && Float.isNaN(trained[position("tmax")])) {
            blind++;
          } else {
            assertThat(trained).containsExactly(asked[lead - 1]);
          }
          compared++;
        }
      }
    }
    assertThat((double) blind / compared).isBetween(weather ? 0.02 : 0, weather ? 0.1 : 0);
    assertThat(row).isEqualTo(rows.rows()).isEqualTo(compared).isGreaterThan(1_000);
  }

  @Test
  void shouldLabelARowWithTheRatioToItsBase() {
    FeatureMatrix rows = all(PANEL);
    LocalDate origin = PANEL.first().plusDays(TrainingRows.DAYS_BEFORE);
    Community community = PANEL.catalogue().communities().get(0);
    float rides = PANEL.demand(community).orElseThrow().at(origin.plusDays(1));

    assertThat(rows.label(0) * rows.weight(0))
        .isEqualTo(rides, org.assertj.core.api.Assertions.within(1e-3f));
    assertThat((float) Math.exp(rows.row(0)[position("log_base")]))
        .isEqualTo(rows.weight(0), org.assertj.core.api.Assertions.within(1e-2f));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 900, 100_000})
  void shouldDrawAboutAsManyAsAskedFor(int most) {
    int every = all(PANEL).rows();
    int drawn = new TrainingRows(PANEL, most, 1).until(PANEL.last(), done -> {}).rows();

    assertThat((double) drawn).isBetween(0.8 * Math.min(most, every), 1.2 * Math.min(most, every));
  }

  @Test
  void shouldNotTrainOnMissingDays() {
    Community community = PANEL.catalogue().communities().get(0);
    DemandSeries demand = PANEL.demand(community).orElseThrow();
    for (int day = 60; day < 90; day++) {
      demand = demand.with(PANEL.first().plusDays(day), Float.NaN);
    }
    DemandPanel gap = DemandPanel.of(PANEL.catalogue(), Map.of(community.key(), demand));

    FeatureMatrix rows = all(gap);

    // 92 - lead origins have a target each, of which 30 are missing.
    assertThat(rows.rows()).isEqualTo(7 * 92 - 28 - 7 * 30);
    for (int row = 0; row < rows.rows(); row++) {
      assertThat(rows.label(row)).isNotNaN();
    }
  }

  @Test
  void shouldHoldNothingAfterItsLastTarget() {
    LocalDate last = PANEL.first().plusDays(80);
    FeatureMatrix cut = new TrainingRows(PANEL, 100_000, 1).until(last, done -> {});
    Map<String, DemandSeries> demand = new java.util.TreeMap<>();
    for (Community community : PANEL.catalogue().communities()) {
      PANEL.demand(community).ifPresent(series -> demand.put(community.key(), series.until(last)));
    }
    FeatureMatrix known = all(DemandPanel.of(PANEL.catalogue(), demand));

    assertThat(cut.rows()).isEqualTo(known.rows());
    for (int row = 0; row < cut.rows(); row++) {
      assertThat(cut.row(row)).containsExactly(known.row(row));
      assertThat(cut.label(row)).isEqualTo(known.label(row));
    }
  }

  /** A tree must not learn what came on one day as what comes every year. */
  @ParameterizedTest
  @CsvSource({"1093, false", "1096, true"})
  void shouldLearnFromDaysOfTheYearOnceTheyHaveBeenSeenThrice(int days, boolean learnt) {
    DemandPanel panel = SyntheticCity.panel(1, days, 3);

    RatioBoosters boosters =
        FittedBoosters.on(panel, panel.last(), TinyTraining.PARAMETERS, rows -> {}, fit -> {})
            .boosters();

    Map<String, Double> importance = FeatureImportance.of(boosters.document(Output.MEAN));
    List<Feature> features = FeatureList.features();
    assertThat(FeatureList.ofDaysOfTheYear())
        .hasSize(4)
        .allSatisfy(
            column -> {
              assertThat(features.get(column).name()).contains("year");
              assertThat(importance.get(features.get(column).name()) > 0).isEqualTo(learnt);
            });
  }

  /** Known in advance, day by day. */
  private static WeatherHistory weather() {
    SplittableRandom random = new SplittableRandom(5);
    List<WeatherReport> reports = new ArrayList<>();
    for (int day = 0; day < 120; day++) {
      reports.add(
          new WeatherReport(
              SyntheticCity.FIRST.plusDays(day),
              Instant.MIN,
              WeatherMeasures.of(random.nextDouble(30), null, random.nextDouble(3), null, null)));
    }
    return WeatherHistory.of(reports);
  }

  private static FeatureMatrix all(DemandPanel panel) {
    return new TrainingRows(panel, 1_000_000, 1).until(panel.last(), done -> {});
  }

  private static List<ForecastInput> inputs(LocalDate origin, Circumstances circumstances) {
    return PANEL.catalogue().communities().subList(0, COMMUNITIES).stream()
        .map(
            community ->
                new ForecastInput(
                    community,
                    PANEL.demand(community).orElseThrow().until(origin),
                    PANEL.city().until(origin),
                    origin,
                    circumstances))
        .toList();
  }

  private static int position(String feature) {
    return FeatureList.features().stream().map(Feature::name).toList().indexOf(feature);
  }
}

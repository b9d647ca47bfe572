package io.ridecast.forecasting.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.ridecast.forecasting.boosting.BoostingParameters;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.SyntheticCity;
import io.ridecast.forecasting.training.TinyTraining;
import io.ridecast.forecasting.training.TrainingParameters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ParameterSearchTest {
  private static final DemandPanel PANEL = SyntheticCity.panel(3, 200, 1);
  private static final LocalDate LAST = PANEL.last().minusDays(30);

  /** So few trees on such small steps that nearly every trial is better. */
  private static final TrainingParameters POOR =
      TinyTraining.PARAMETERS.grown(
          new BoostingParameters(3, 0.02, 2, 20, 0.8, 0.5, 5, 32),
          new BoostingParameters(3, 0.02, 2, 20, 0.8, 0.5, 5, 32));

  private static final SearchResult FOUND = search(PANEL, POOR).run(SearchBudget.of(9));

  @Test
  void shouldGiveFewerTrialsACloserLookInEachRung() {
    Map<Integer, Long> sizes = new HashMap<>();
    FOUND.trials().forEach(trial -> sizes.merge(trial.rung(), 1L, Long::sum));

    assertThat(sizes).containsEntry(1, 9L).containsEntry(2, 4L).containsEntry(3, 2L);
  }

  @Test
  void shouldTakeTheBetterOnesOnly() {
    List<Trial> first = rung(1);
    List<Integer> best =
        first.stream()
            .filter(trial -> !trial.defaults())
            .sorted(Comparator.comparingDouble(Trial::loss))
            .limit(3)
            .map(Trial::number)
            .toList();

    assertThat(rung(2)).extracting(Trial::number).startsWith(0).containsAll(best);
  }

  @Test
  void shouldChooseWhatIsBetterThanTheDefaults() {
    Trial best = FOUND.best().orElseThrow();

    assertThat(FOUND.chosen()).isNotEqualTo(POOR).isEqualTo(best.parameters());
    assertThat(best.loss()).isLessThan(1);
    assertThat(best.rung()).isEqualTo(3);
    assertThat(FOUND.chosen().mean().rounds()).isBetween(1, 300);
    assertThat(FOUND.chosen().maxRows()).isEqualTo(POOR.maxRows());
  }

  @Test
  void shouldLetQuantilesGrowLikeTheMeanButForTheLeastWeight() {
    for (Trial trial : rung(1)) {
      if (!trial.defaults()) {
        BoostingParameters mean = trial.parameters().mean();
        BoostingParameters quantiles = trial.parameters().quantiles();
        assertThat(quantiles.minChildWeight()).isGreaterThan(mean.minChildWeight());
        assertThat(quantiles.withMinChildWeight(mean.minChildWeight())).isEqualTo(mean);
      }
    }
  }

  @Test
  void shouldKeepTheDefaultsWhenNothingIsBetter() {
    SearchResult result = search(PANEL, POOR).run(SearchBudget.of(1));

    assertThat(result.chosen()).isEqualTo(POOR);
    assertThat(result.trials()).isEmpty();
    assertThat(result.best()).isEmpty();
  }

  @Test
  void shouldFindTheSameAgain() {
    SearchResult again = search(PANEL, POOR.withThreads(2)).run(SearchBudget.of(9));

    assertThat(again.trials()).extracting(Trial::loss).containsExactlyElementsOf(losses());
    assertThat(again.chosen().withThreads(1)).isEqualTo(FOUND.chosen());
  }

  @Test
  void shouldLookAtOtherTrialsWithAnotherSeed() {
    SearchResult other = search(PANEL, POOR.withSeed(8)).run(SearchBudget.of(3));

    assertThat(other.trials().get(1).parameters().mean())
        .isNotEqualTo(FOUND.trials().get(1).parameters().mean());
  }

  @Test
  void shouldNotLookBehindItsLastDay() {
    Map<String, DemandSeries> changed = new HashMap<>();
    for (Map.Entry<String, DemandSeries> each : SyntheticCity.demand(3, 200, 1).entrySet()) {
      DemandSeries series = each.getValue();
      for (LocalDate day = LAST.plusDays(1); !day.isAfter(series.last()); day = day.plusDays(1)) {
        series = series.with(day, 9_999);
      }
      changed.put(each.getKey(), series);
    }
    DemandPanel other = DemandPanel.of(PANEL.catalogue(), changed);

    SearchResult result = search(other, POOR).run(SearchBudget.of(9));

    assertThat(result).isEqualTo(FOUND);
  }

  @Test
  void shouldEndWithItsTime() {
    AtomicInteger asked = new AtomicInteger();
    SearchBudget budget = new SearchBudget(1_000, () -> asked.incrementAndGet() > 5);

    SearchResult result = search(PANEL, POOR).run(budget);

    assertThat(result.trials()).hasSize(5).allMatch(trial -> trial.rung() == 1);
    assertThat(result.chosen()).as("no trial came to the last rung").isEqualTo(POOR);
  }

  @Test
  void shouldTellEachTrialAndEndWithItsListener() {
    List<Trial> told = new ArrayList<>();
    new ParameterSearch(PANEL, LAST, POOR, told::add).run(SearchBudget.of(3));
    assertThat(told).extracting(Trial::name).startsWith("defaults", "trial-01", "trial-02");

    ParameterSearch ended =
        new ParameterSearch(
            PANEL,
            LAST,
            POOR,
            trial -> {
              throw new IllegalStateException("given up");
            });
    assertThatIllegalStateException().isThrownBy(() -> ended.run(SearchBudget.of(3)));
  }

  @Test
  void shouldNotSearchInAShortHistory() {
    DemandPanel brief = SyntheticCity.panel(3, 100, 1);
    ParameterSearch search =
        new ParameterSearch(brief, brief.last().minusDays(56), POOR, TrialListener.NONE);

    assertThat(search.possible()).isFalse();
    assertThat(search.run(SearchBudget.of(9)).chosen()).isEqualTo(POOR);
  }

  @Test
  void shouldOrderFoldsInTime() {
    List<Fold> folds = Fold.upTo(LocalDate.of(2020, 1, 1), LocalDate.of(2022, 1, 1));

    assertThat(folds).hasSize(3);
    assertThat(folds.get(0))
        .isEqualTo(new Fold(LocalDate.of(2021, 12, 4), LocalDate.of(2022, 1, 1)));
    assertThat(folds)
        .allMatch(fold -> fold.lastFitted().isBefore(fold.first()))
        .allMatch(fold -> fold.first().plusDays(27).equals(fold.last()));
    assertThat(Fold.upTo(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 3, 24))).hasSize(1);
    assertThat(Fold.upTo(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 3, 23))).isEmpty();
  }

  private static List<Trial> rung(int number) {
    return FOUND.trials().stream().filter(trial -> trial.rung() == number).toList();
  }

  private static List<Double> losses() {
    return FOUND.trials().stream().map(Trial::loss).toList();
  }

  private static ParameterSearch search(DemandPanel panel, TrainingParameters defaults) {
    return new ParameterSearch(panel, LAST, defaults, TrialListener.NONE);
  }
}

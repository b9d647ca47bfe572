package io.ridecast.trainer.runs;

import static io.ridecast.trainer.runs.RunScene.train;
import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.TrainingParameters;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import io.ridecast.schemas.registry.InMemoryRegistry;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.trainer.models.SampleBundle;
import io.ridecast.trainer.steps.SmallFitting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the days are like: a model, or a named step with its cause; then the next try. */
class BadInputTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 6);

  @TempDir private Path directory;
  private RunScene scene;

  @BeforeEach
  void setTheScene() {
    new AvroSerdes(new InMemoryRegistry()); // from here on records can be copied
    scene = new RunScene(directory);
  }

  @Test
  void shouldTrainOnNinetyDaysOfOneCommunity() {
    RunOutcome outcome = scene.run(new SmallFitting(), train("a"), 90);

    assertThat(outcome).isInstanceOf(RunOutcome.Announce.class);
  }

  @Test
  void shouldSayThatNobodyRode() {
    RunOutcome outcome =
        scene.run(new SmallFitting(), train("zeros"), city(3, 120, (community, day) -> 0f));

    failed(outcome, TrainingStep.HISTORY);
    assertThat(outcome.lastStep().getDetail())
        .isEqualTo(
            "nobody rode on any of the 120 closed days, 2020-01-06 to 2020-05-04:"
                + " there is nothing to learn");
    nextTrySucceeds();
  }

  @Test
  void shouldRefuseWhenNobodyHasRiddenForLong() {
    RunOutcome outcome =
        scene.run(
            new SmallFitting(),
            train("closed"),
            city(3, 200, (community, day) -> day < 100 ? 20f + day % 7 : 0f));

    assertThat(outcome.lastStep().getStep()).isEqualTo(TrainingStep.GATE);
    assertThat(outcome.lastStep().getStatus()).isEqualTo(TrainingStatus.REFUSED);
    assertThat(outcome.lastStep().getDetail())
        .startsWith("refused: nothing could be measured on the held-out days");
    nextTrySucceeds();
  }

  @Test
  void shouldTrainAcrossAGap() {
    Random random = new Random(5);
    RunOutcome outcome =
        scene.run(
            new SmallFitting(),
            train("gap"),
            city(
                2,
                260,
                (community, day) ->
                    day >= 90 && day < 150
                        ? Float.NaN
                        : Math.max(
                            0, Math.round(60 + 25 * (day % 7) + 12 * random.nextGaussian()))));

    assertThat(outcome).isInstanceOf(RunOutcome.Announce.class);
  }

  @Test
  void shouldTrainOnAThousandCommunities() throws Exception {
    Path zones = directory.resolve("zones.csv");
    StringBuilder lines = new StringBuilder("number,name,latitude,longitude\n");
    for (int number = 1; number <= 1_000; number++) {
      lines.append(number).append(",Zone ").append(number).append(",41.9,-87.6\n");
    }
    Files.writeString(zones, lines);
    Catalogue catalogue = Catalogue.load(zones);
    Random random = new Random(5);

    RunOutcome outcome =
        new RunScene(directory.resolve("store"), catalogue)
            .run(
                new SmallFitting(TrainingParameters.quick()),
                train("many"),
                city(
                    catalogue,
                    1_000,
                    100,
                    (community, day) ->
                        Math.max(0, Math.round(5 + 3 * (day % 7) + 3 * random.nextGaussian()))));

    assertThat(outcome).isInstanceOf(RunOutcome.Announce.class);
    assertThat(outcome.lastStep().getDetail()).contains(" 84000 forecasts of ");
  }

  @Test
  void shouldRefuseAModelThatIsWorseThanTheChampion() throws Exception {
    DemandPanel waves =
        city(2, 200, (community, day) -> Math.round(100 + 60 * Math.sin(2 * Math.PI * day / 10)));
    scene.announce(scene.run(new SmallFitting(), train("a"), waves.until(FIRST.plusDays(198))));
    TrainingParameters poor =
        TrainingParameters.quick()
            .withThreads(1)
            .grown(
                TrainingParameters.quick().mean().withRounds(1).withEta(0.001),
                TrainingParameters.quick().quantiles().withRounds(1).withEta(0.001));

    RunOutcome outcome = scene.run(new SmallFitting(poor), train("poor"), waves);

    assertThat(outcome.lastStep().getStatus()).isEqualTo(TrainingStatus.REFUSED);
    assertThat(outcome.lastStep().getDetail())
        .matches("refused: worse than the champion, error 1[0-9]\\.[0-9]+ of champion 1's \\[.*");
    assertThat(scene.shelf().newest().orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void shouldPromoteTheSameWayToTrainOnNewerDays() throws Exception {
    scene.announce(scene.run(new SmallFitting(), train("a"), 120));

    RunOutcome outcome = scene.run(new SmallFitting(), train("b"), 121);

    assertThat(outcome.lastStep().getDetail())
        .contains("passed: as good as the champion and newer, error 1.0000 of champion 1's");
  }

  @Test
  void shouldNotBeStoppedByAChampionThatCannotBeRead() throws Exception {
    scene.announce(scene.run(new SmallFitting(), train("a"), 120));
    Files.delete(directory.resolve("demand/1/bundle"));

    RunOutcome outcome = scene.run(new SmallFitting(), train("b"), 121);

    assertThat(((RunOutcome.Announce) outcome).model().version()).isEqualTo(2);
    assertThat(outcome.lastStep().getDetail())
        .contains("no comparison: champion 1 cannot be read, Cannot read ");
  }

  @Test
  void shouldLookForTheChampionAgainBeforeItGoesWithout() throws Exception {
    scene.announce(scene.run(new SmallFitting(), train("a"), 120));
    scene.store().failedReads(2);

    RunOutcome outcome = scene.run(new SmallFitting(), train("b"), 121);

    assertThat(outcome.lastStep().getDetail()).contains("error 1.0000 of champion 1's");
    assertThat(scene.interruption().pauses()).hasSize(2);
  }

  private void nextTrySucceeds() {
    assertThat(scene.run(new SmallFitting(), train("next"), SampleBundle.panel(120, 1)))
        .isInstanceOf(RunOutcome.Announce.class);
  }

  private static void failed(RunOutcome outcome, TrainingStep step) {
    assertThat(outcome).isInstanceOf(RunOutcome.Ended.class);
    assertThat(outcome.lastStep().getStep()).isEqualTo(step);
    assertThat(outcome.lastStep().getStatus()).isEqualTo(TrainingStatus.FAILED);
  }

  @FunctionalInterface
  private interface Rides {
    float of(int community, int day);
  }

  private static DemandPanel city(int communities, int days, Rides rides) {
    return city(Catalogue.chicago(), communities, days, rides);
  }

  private static DemandPanel city(Catalogue catalogue, int communities, int days, Rides rides) {
    Map<String, DemandSeries> demand = new HashMap<>();
    for (int community = 1; community <= communities; community++) {
      float[] counts = new float[days];
      Arrays.fill(counts, Float.NaN);
      for (int day = 0; day < days; day++) {
        counts[day] = rides.of(community, day);
      }
      demand.put(Integer.toString(community), DemandSeries.of(FIRST, counts));
    }
    return DemandPanel.of(catalogue, demand);
  }
}

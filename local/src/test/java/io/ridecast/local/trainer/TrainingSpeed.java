package io.ridecast.local.trainer;

import io.ridecast.feed.simulation.SimulatedHistory;
import io.ridecast.feed.simulation.SimulatedWeather;
import io.ridecast.feed.simulation.Simulation;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.circumstances.LiveCircumstances;
import io.ridecast.forecasting.holidays.EventCalendar;
import io.ridecast.forecasting.training.TrainingParameters;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.TrainingKind;
import io.ridecast.records.TrainingReason;
import io.ridecast.records.TrainingRequest;
import io.ridecast.records.TrainingRun;
import io.ridecast.runtime.artifacts.FileArtifactStore;
import io.ridecast.schemas.topics.DemandKey;
import io.ridecast.trainer.history.ClosedHistory;
import io.ridecast.trainer.history.DemandHistory;
import io.ridecast.trainer.models.ModelShelf;
import io.ridecast.trainer.runs.Assignment;
import io.ridecast.trainer.runs.Interruption;
import io.ridecast.trainer.runs.RunHistory;
import io.ridecast.trainer.runs.RunKeeping;
import io.ridecast.trainer.runs.RunOutcome;
import io.ridecast.trainer.runs.TrainingWorkflow;
import io.ridecast.trainer.steps.BoostedFitting;
import io.ridecast.trainer.tracking.FileTracking;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Times a whole training run on a simulated Chicago, step by step, and says how much it needs. */
final class TrainingSpeed {
  private static final Interruption NONE =
      new Interruption() {
        @Override
        public boolean abandoned() {
          return false;
        }

        @Override
        public void pause(Duration time) {
          throw new IllegalStateException("nothing fails here");
        }
      };

  private TrainingSpeed() {}

  /** Arguments: days, trials, and the model store's directory. */
  public static void main(String[] arguments) throws Exception {
    ClosedHistory history = history(Integer.parseInt(arguments[0]));
    Path store = Path.of(arguments[2]);
    FileArtifactStore artifacts = new FileArtifactStore(store);
    TrainingWorkflow workflow =
        new TrainingWorkflow(
            Catalogue.chicago(),
            new BoostedFitting(
                TrainingParameters.defaults(),
                Integer.parseInt(arguments[1]),
                Duration.ofHours(1),
                InstantSource.system()),
            new RunKeeping(
                artifacts, new ModelShelf(artifacts, store.toUri()), new FileTracking(artifacts)),
            new RunHistory(),
            InstantSource.system());
    TrainingRequest request =
        TrainingRequest.newBuilder()
            .setRequestId("speed-" + System.nanoTime())
            .setKind(TrainingKind.TRAIN)
            .setReason(TrainingReason.MANUAL)
            .setRequestedAt(Instant.EPOCH)
            .build();
    RunOutcome outcome =
        workflow.run(
            new Assignment(request, Optional.of(history), Optional.empty()),
            TrainingSpeed::tell,
            NONE);
    tell(outcome.lastStep());
    Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .forEach(System.out::println);
  }

  private static void tell(TrainingRun step) {
    if (step.getEndedAt() != null) {
      System.out.printf(
          "%-9s %6.1f s  %s%n",
          step.getStep(),
          Duration.between(step.getStartedAt(), step.getEndedAt()).toMillis() / 1e3,
          step.getDetail());
    }
  }

  private static ClosedHistory history(int days) {
    Catalogue catalogue = Catalogue.chicago();
    Simulation simulation = Simulation.usual().withHistoryDays(days);
    SimulatedHistory rides = new SimulatedHistory(simulation);
    Map<String, Integer> counts = new HashMap<>();
    rides.forEach(
        ride ->
            counts.merge(
                DemandKey.of(ride.getCommunity(), catalogue.serviceDay().of(ride.getStartedAt())),
                1,
                Integer::sum));
    DemandHistory demand = new DemandHistory(catalogue);
    for (var community : catalogue.communities()) {
      for (LocalDate day = rides.firstDay(); !day.isAfter(rides.lastDay()); day = day.plusDays(1)) {
        String key = DemandKey.of(community.key(), day);
        demand.apply(
            key,
            new DailyDemand(
                community.key(),
                day,
                counts.getOrDefault(key, 0),
                1,
                DemandStatus.CLOSED,
                Instant.EPOCH));
      }
    }
    LiveCircumstances circumstances =
        new LiveCircumstances(EventCalendar.none(), catalogue.serviceDay());
    new SimulatedWeather(simulation.seed(), catalogue.serviceDay())
        .issuedOn(rides.firstDay(), rides.lastDay())
        .forEach(circumstances::accept);
    return demand.closed().orElseThrow().in(circumstances.now());
  }
}

package io.ridecast.trainer.duty;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.TrainingRun;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/** What Prometheus sees of a trainer. */
final class TrainingMetrics {
  private static final String PREFIX = "ridecast.training.";

  private final MeterRegistry meters;
  private final AtomicBoolean onDuty = new AtomicBoolean();

  TrainingMetrics(MeterRegistry meters, TrainerKnowledge knowledge) {
    this.meters = meters;
    Gauge.builder(PREFIX + "on.duty", onDuty, duty -> duty.get() ? 1 : 0)
        .description("1 for the trainer that carries out requests, 0 for one that stands by")
        .register(meters);
    Gauge.builder(PREFIX + "champion.sequence", knowledge, TrainingMetrics::sequence)
        .description("Sequence of the champion's announcement, 0 without one")
        .register(meters);
    for (String measure : List.of("wape", "naive_wape", "bias", "coverage")) {
      Gauge.builder(PREFIX + "champion." + measure, knowledge, now -> held(now, measure))
          .description("Measure of the champion on its held-out days")
          .register(meters);
    }
  }

  void onDuty(boolean now) {
    onDuty.set(now);
  }

  /** Times a step that has ended. */
  void step(TrainingRun step) {
    if (step.getEndedAt() != null) {
      meters
          .timer(PREFIX + "step", List.of(Tag.of("step", lower(step.getStep()))))
          .record(Duration.between(step.getStartedAt(), step.getEndedAt()));
    }
  }

  /** Counts a run by how its last step ended. */
  void ended(TrainingRun last) {
    meters
        .counter(PREFIX + "runs", List.of(Tag.of("outcome", lower(last.getStatus()))))
        .increment();
  }

  private static double sequence(TrainerKnowledge knowledge) {
    return knowledge.champions().champion().map(ModelAnnouncement::getSequence).orElse(0L);
  }

  private static double held(TrainerKnowledge knowledge, String measure) {
    return knowledge
        .champions()
        .champion()
        .map(champion -> champion.getMetrics().get("holdout." + measure))
        .orElse(Double.NaN);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

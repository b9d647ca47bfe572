package io.ridecast.trainer.duty;

import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.TrainingRequest;
import io.ridecast.records.TrainingRun;
import io.ridecast.schemas.topics.Topics;
import io.ridecast.trainer.models.Champions;
import io.ridecast.trainer.runs.Assignment;
import io.ridecast.trainer.runs.RunJournal;
import io.ridecast.trainer.runs.RunOutcome;
import io.ridecast.trainer.runs.TrainingWorkflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A trainer's time on duty: carries out one open request after the other, each exactly once, and
 * makes its own. Not thread-safe; runs have their own thread.
 */
final class DutySession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DutySession.class);

  private static final long NONE = -1;

  private final RequestQueue requests;
  private final Ledger ledger;
  private final TrainerKnowledge knowledge;
  private final TrainingWorkflow workflow;
  private final OwnInitiative initiative;
  private final TrainingMetrics metrics;
  private final Runnable mark;
  private long marked = NONE;
  private @Nullable CurrentRun run;

  /**
   * A session that has not begun.
   *
   * @param mark asks that the topics be known up to where they end now
   */
  DutySession(
      RequestQueue requests,
      Ledger ledger,
      TrainerKnowledge knowledge,
      TrainingWorkflow workflow,
      OwnInitiative initiative,
      TrainingMetrics metrics,
      Runnable mark) {
    this.requests = requests;
    this.ledger = ledger;
    this.knowledge = knowledge;
    this.workflow = workflow;
    this.initiative = initiative;
    this.metrics = metrics;
    this.mark = mark;
  }

  /**
   * Goes on as far as possible without waiting. To be called only while the topics are known up to
   * the last mark.
   *
   * @throws io.ridecast.trainer.runs.JournalFailure if this trainer cannot stay on duty
   */
  void tick() {
    CurrentRun current = run;
    if (current != null) {
      current.outcome().ifPresent(this::conclude);
    } else {
      requests.oldest().ifPresent(this::consider);
    }
    initiative.next(this::idle).ifPresent(this::ask);
  }

  @Override
  public void close() {
    if (run != null) {
      run.abandon();
    }
    ledger.close();
  }

  private boolean idle() {
    return run == null && requests.empty();
  }

  /**
   * A run knows what was on the topics when its request was found: what comes first is read first.
   */
  private void consider(RequestQueue.Open open) {
    if (marked == open.offset()) {
      take(open);
    } else {
      marked = open.offset();
      mark.run();
    }
  }

  private void take(RequestQueue.Open open) {
    TrainingRequest request = open.request();
    if (request == null || knowledge.runs().end(request).isPresent()) {
      LOG.info("request at offset {} needs nothing any more", open.offset());
      finish(open, List.of());
      return;
    }
    LOG.info(
        "takes up {}: {} ({})", request.getRequestId(), request.getKind(), request.getReason());
    Assignment assignment =
        new Assignment(request, knowledge.history(), knowledge.champions().champion());
    RunJournal journal = this::write;
    run = new CurrentRun(interruption -> workflow.run(assignment, journal, interruption));
  }

  private void conclude(RunOutcome outcome) {
    run = null;
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    records.add(ledger.record(outcome.lastStep()));
    Optional<ModelAnnouncement> champion = Optional.empty();
    if (outcome instanceof RunOutcome.Announce announce) {
      ModelAnnouncement announcement =
          Announcement.champion(
              announce.model(),
              announce.golden(),
              knowledge.champions().nextSequence(),
              knowledge.clock().now());
      records.add(ledger.record(Topics.MODELS, Champions.key(), announcement));
      champion = Optional.of(announcement);
    }
    finish(requests.oldest().orElseThrow(), records);
    noted(outcome.lastStep());
    champion.ifPresent(knowledge.champions()::apply);
    metrics.ended(outcome.lastStep());
    LOG.info(
        "{} {}: {}",
        outcome.lastStep().getRunId(),
        outcome.lastStep().getStatus(),
        outcome.lastStep().getDetail());
  }

  private void finish(RequestQueue.Open open, List<ProducerRecord<String, byte[]>> records) {
    ledger.write(records, requests.partition(), open.offset() + 1, requests.group());
    requests.remove();
  }

  private void ask(TrainingRequest request) {
    LOG.info("asks for {}: {}", request.getRequestId(), request.getDetail());
    ledger.write(List.of(ledger.record(Topics.TRAINING_REQUESTS, Champions.NAME, request)));
  }

  private void write(TrainingRun step) {
    ledger.write(step);
    noted(step);
  }

  /** What was written is known at once, not only when it comes back from the topic. */
  private void noted(TrainingRun step) {
    knowledge.runs().apply(step);
    metrics.step(step);
  }
}

package io.ridecast.trainer.duty;

import io.micrometer.core.instrument.MeterRegistry;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.holidays.EventCalendar;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.service.Health;
import io.ridecast.runtime.service.RootCause;
import io.ridecast.runtime.time.FollowedClock;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.trainer.requests.Schedules;
import io.ridecast.trainer.requests.SlotWatch;
import io.ridecast.trainer.runs.JournalFailure;
import io.ridecast.trainer.runs.RunKeeping;
import io.ridecast.trainer.runs.TrainingWorkflow;
import io.ridecast.trainer.steps.ModelFitting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the topics, stands by, and goes on duty when the group says so; one that finds itself
 * replaced stands by again. Runs until it is told to end.
 */
public final class TrainerLoop implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(TrainerLoop.class);
  private static final String GROUP = "ridecast-trainer";
  private static final Duration PATIENCE = Duration.ofMillis(50);

  private final KafkaConfig kafka;
  private final AvroSerdes serdes;
  private final TrainerKnowledge knowledge;
  private final TrainingWorkflow workflow;
  private final TrainingMetrics metrics;
  private final Showcase showcase;
  private final SlotWatch trainings;
  private final SlotWatch recalibrations;
  private volatile boolean ending;
  private volatile Health health = new Health.Starting("the broker");
  private @Nullable DutySession session;

  /**
   * A loop that is not running yet.
   *
   * @param keeping takes what runs leave
   * @param clock is kept up to date with {@code business-clock}
   * @param wall times the steps of runs
   */
  public TrainerLoop(
      KafkaConfig kafka,
      AvroSerdes serdes,
      Catalogue catalogue,
      EventCalendar events,
      Schedules schedules,
      RunKeeping keeping,
      ModelFitting fitting,
      FollowedClock clock,
      InstantSource wall,
      MeterRegistry meters) {
    this.kafka = kafka;
    this.serdes = serdes;
    this.knowledge = TrainerKnowledge.of(catalogue, events, clock);
    this.workflow = new TrainingWorkflow(catalogue, fitting, keeping, knowledge.runs(), wall);
    this.trainings = new SlotWatch(schedules.trainings());
    this.recalibrations = new SlotWatch(schedules.recalibrations());
    this.metrics = new TrainingMetrics(meters, knowledge);
    this.showcase = new Showcase(keeping.models());
  }

  /** How the trainer is; one that stands by is ready too. */
  public Health health() {
    return health;
  }

  /** Asks it to end; {@link #run} returns soon afterwards. */
  public void end() {
    ending = true;
  }

  @Override
  public void run() {
    while (!ending) {
      try {
        serve();
      } catch (RetriableException e) {
        health = new Health.Starting("the broker: " + RootCause.of(e));
        LOG.warn("waits for the broker: {}", RootCause.of(e));
      }
    }
    showcase.close();
  }

  private void serve() {
    try (TopicView view = new TopicView(kafka, knowledge.followers(serdes));
        RequestQueue requests = new RequestQueue(kafka, serdes, GROUP)) {
      while (!ending) {
        view.poll(Duration.ZERO);
        requests.poll(PATIENCE);
        step(view, requests);
        health = health(view, requests);
      }
    } finally {
      standBy();
    }
  }

  private void step(TopicView view, RequestQueue requests) {
    try {
      if (!requests.onDuty()) {
        standBy();
      } else if (session == null) {
        session = goOnDuty(view, requests);
        view.mark(); // what the trainer before has written comes first
      } else if (view.behind().isEmpty()) {
        session.tick();
        showcase.follow(knowledge.champions().champion());
      }
    } catch (JournalFailure e) {
      LOG.warn("stands by: {} ({})", e.getMessage(), RootCause.of(e));
      standBy();
      requests.rejoin();
    }
  }

  private DutySession goOnDuty(TopicView view, RequestQueue requests) {
    Ledger ledger = new Ledger(kafka, serdes);
    LOG.info("is on duty");
    metrics.onDuty(true);
    OwnInitiative initiative = new OwnInitiative(knowledge, trainings, recalibrations);
    return new DutySession(requests, ledger, knowledge, workflow, initiative, metrics, view::mark);
  }

  private void standBy() {
    metrics.onDuty(false);
    showcase.rest();
    if (session != null) {
      session.close();
      session = null;
    }
  }

  private static Health health(TopicView view, RequestQueue requests) {
    Optional<String> behind = view.behind();
    if (behind.isPresent()) {
      return new Health.Starting(behind.get() + " to be read to its end");
    }
    return requests.joined() ? new Health.Ready() : new Health.Starting("the group of trainers");
  }
}

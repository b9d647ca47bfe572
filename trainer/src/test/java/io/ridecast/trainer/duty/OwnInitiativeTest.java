package io.ridecast.trainer.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.holidays.EventCalendar;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.ModelRole;
import io.ridecast.records.TrainingKind;
import io.ridecast.records.TrainingReason;
import io.ridecast.records.TrainingRequest;
import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import io.ridecast.runtime.time.ClockMode;
import io.ridecast.runtime.time.FollowedClock;
import io.ridecast.schemas.topics.DemandKey;
import io.ridecast.trainer.requests.SlotWatch;
import io.ridecast.trainer.requests.TrainingSchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnInitiativeTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 6, 1);
  private static final Instant NOON = Instant.parse("2020-09-10T17:00:00Z");
  private static final Instant SLOT = Instant.parse("2020-09-11T10:00:00Z");

  private static final Instant HALF_AN_HOUR_LATER = SLOT.plusSeconds(1800);

  private final FollowedClock clock =
      new FollowedClock(ClockMode.WATERMARK, InstantSource.system());
  private final TrainerKnowledge knowledge =
      TrainerKnowledge.of(Catalogue.chicago(), EventCalendar.none(), clock);
  private final OwnInitiative initiative = onDuty();

  @Test
  void shouldAskForTheFirstModelOnce() {
    close(90);
    clock.follow(NOON, false);

    assertThat(initiative.next(() -> true).orElseThrow())
        .extracting(TrainingRequest::getRequestId, TrainingRequest::getReason)
        .containsExactly("bootstrap-2020-08-29", TrainingReason.BOOTSTRAP);
    assertThat(initiative.next(() -> true)).isEmpty();
  }

  @Test
  void shouldWaitForNinetyDays() {
    close(89);
    clock.follow(NOON, false);
    assertThat(initiative.next(() -> true)).isEmpty();

    close(90);
    assertThat(initiative.next(() -> true)).isPresent();
  }

  @Test
  void shouldWaitForTheEndOfLoading() {
    close(90);
    assertThat(initiative.next(() -> true)).as("nobody knows what time it is").isEmpty();
    clock.follow(NOON, true);
    assertThat(initiative.next(() -> true)).isEmpty();

    clock.follow(NOON, false);
    assertThat(initiative.next(() -> true)).isPresent();
  }

  @Test
  void shouldWaitUntilNothingElseIsOpen() {
    close(90);
    clock.follow(NOON, false);

    assertThat(initiative.next(() -> false)).isEmpty();
    assertThat(initiative.next(() -> true)).isPresent();
  }

  @Test
  void shouldNotAskForAFirstModelWhenThereIsOne() {
    close(90);
    clock.follow(NOON, false);
    announce();

    assertThat(initiative.next(() -> true)).isEmpty();
  }

  @Test
  void shouldAskAgainSevenDaysAfterARefusal() {
    knowledge.runs().apply(ended("bootstrap-2020-08-29", TrainingStatus.REFUSED));
    clock.follow(NOON, false);

    close(96);
    assertThat(initiative.next(() -> true)).isEmpty();
    close(97);
    assertThat(initiative.next(() -> true)).isPresent();
  }

  @Test
  void shouldAskForTheModelOfASlot() {
    announce();
    clock.follow(NOON, false);
    assertThat(initiative.next(() -> true)).isEmpty();

    clock.follow(SLOT.plusSeconds(60), false);

    assertThat(initiative.next(() -> true).orElseThrow())
        .extracting(TrainingRequest::getRequestId, TrainingRequest::getReason)
        .containsExactly("schedule-2020-09-11T10:00:00Z", TrainingReason.SCHEDULE);
    assertThat(initiative.next(() -> true)).isEmpty();
  }

  @Test
  void shouldDropASlotThatPassesDuringARun() {
    announce();
    clock.follow(NOON, false);
    initiative.next(() -> true);
    clock.follow(SLOT.plusSeconds(60), false);

    assertThat(initiative.next(() -> false)).isEmpty();
    assertThat(initiative.next(() -> true)).isEmpty();
  }

  @Test
  void shouldNotAskForASlotThatAnotherTrainerHasAskedFor() {
    announce();
    knowledge.runs().apply(ended("schedule-" + SLOT, TrainingStatus.SUCCEEDED));
    clock.follow(SLOT.plusSeconds(60), false);

    assertThat(initiative.next(() -> true)).isEmpty();
  }

  @Test
  void shouldMakeUpForASlotThatPassedWhileNobodyWasOnDuty() {
    announce();
    knowledge
        .runs()
        .apply(ended("schedule-" + SLOT.minusSeconds(86_400), TrainingStatus.SUCCEEDED));
    clock.follow(SLOT.plusSeconds(60), false);

    assertThat(initiative.next(() -> true)).isPresent();
  }

  @Test
  void shouldAskForARecalibrationOnceAChampionServes() {
    clock.follow(NOON, false);
    initiative.next(() -> true);
    clock.follow(SLOT.plusSeconds(60), false);
    initiative.next(() -> true); // the slot of the training

    clock.follow(HALF_AN_HOUR_LATER, false);
    assertThat(initiative.next(() -> true)).as("nothing serves").isEmpty();

    announce();
    clock.follow(HALF_AN_HOUR_LATER.plus(Duration.ofDays(1)).minusSeconds(1800), false);
    initiative.next(() -> true);
    clock.follow(HALF_AN_HOUR_LATER.plus(Duration.ofDays(1)), false);
    assertThat(initiative.next(() -> true).orElseThrow())
        .extracting(TrainingRequest::getRequestId, TrainingRequest::getKind)
        .containsExactly("recalibrate-2020-09-12T10:30:00Z", TrainingKind.RECALIBRATE);
    assertThat(initiative.next(() -> true)).isEmpty();
  }

  @Test
  void shouldOnlyTrainWhenBothAreDue() {
    announce();
    clock.follow(NOON, false);
    initiative.next(() -> true);
    clock.follow(HALF_AN_HOUR_LATER.plusSeconds(60), false);

    assertThat(initiative.next(() -> true).orElseThrow().getKind()).isEqualTo(TrainingKind.TRAIN);
    assertThat(initiative.next(() -> true)).isEmpty();
  }

  @Test
  void shouldNotAskForARecalibrationThatAnotherTrainerHasAskedFor() {
    announce();
    knowledge.runs().apply(ended("schedule-" + SLOT, TrainingStatus.SUCCEEDED));
    knowledge.runs().apply(ended("recalibrate-" + HALF_AN_HOUR_LATER, TrainingStatus.SUCCEEDED));
    clock.follow(HALF_AN_HOUR_LATER.plusSeconds(60), false);

    assertThat(initiative.next(() -> true)).isEmpty();
  }

  private OwnInitiative onDuty() {
    return new OwnInitiative(knowledge, watch("0 5 * * *"), watch("30 5 * * *"));
  }

  private static SlotWatch watch(String cron) {
    return new SlotWatch(new TrainingSchedule(cron, ZoneId.of("America/Chicago")));
  }

  private void close(int days) {
    for (int day = 0; day < days; day++) {
      LocalDate date = FIRST.plusDays(day);
      knowledge
          .demand()
          .apply(
              DemandKey.of("6", date),
              DailyDemand.newBuilder()
                  .setCommunity("6")
                  .setDate(date)
                  .setRides(5)
                  .setRevision(1)
                  .setStatus(DemandStatus.CLOSED)
                  .setEmittedAt(Instant.EPOCH)
                  .build());
    }
  }

  private void announce() {
    knowledge
        .champions()
        .apply(
            ModelAnnouncement.newBuilder()
                .setSequence(1)
                .setName("demand")
                .setRole(ModelRole.CHAMPION)
                .setVersion("1")
                .setRunId("run")
                .setArtifactUri("file:/models")
                .setSha256("0")
                .setFeatureFingerprint("0")
                .setGolden(List.of())
                .setMetrics(Map.of())
                .setAnnouncedAt(Instant.EPOCH)
                .build());
  }

  private static TrainingRun ended(String request, TrainingStatus status) {
    return TrainingRun.newBuilder()
        .setRunId("run-" + request)
        .setRequestId(request)
        .setStep(status == TrainingStatus.REFUSED ? TrainingStep.GATE : TrainingStep.ANNOUNCE)
        .setStatus(status)
        .setStartedAt(Instant.EPOCH)
        .build();
  }
}

package io.ridecast.trainer.requests;

import io.ridecast.records.TrainingKind;
import io.ridecast.records.TrainingReason;
import io.ridecast.records.TrainingRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The requests that the trainer makes itself. Their ids say what for, so each is made once. */
public final class OwnRequests {
  private static final String BOOTSTRAP = "bootstrap-";
  private static final String SCHEDULE = "schedule-";
  private static final String RECALIBRATE = "recalibrate-";

  private OwnRequests() {}

  /** Asks for the first model, on the history up to {@code last}. */
  public static TrainingRequest bootstrap(LocalDate last, Instant now) {
    return request(BOOTSTRAP + last, TrainingReason.BOOTSTRAP, now)
        .setDetail("no model serves yet, days are closed up to " + last)
        .build();
  }

  /** Asks for the model of a slot. */
  public static TrainingRequest scheduled(Instant slot, Instant now) {
    return request(SCHEDULE + slot, TrainingReason.SCHEDULE, now)
        .setDetail("due at " + slot)
        .build();
  }

  /** Asks that the champion be calibrated anew. */
  public static TrainingRequest recalibration(Instant slot, Instant now) {
    return request(RECALIBRATE + slot, TrainingReason.SCHEDULE, now)
        .setKind(TrainingKind.RECALIBRATE)
        .setDetail("due at " + slot)
        .build();
  }

  /** The last closed day of a bootstrap's id. */
  public static Optional<LocalDate> bootstrapDay(String requestId) {
    return rest(requestId, BOOTSTRAP)
        .flatMap(
            text -> {
              try {
                return Optional.of(LocalDate.parse(text));
              } catch (DateTimeParseException e) {
                return Optional.empty(); // somebody else's id that begins alike
              }
            });
  }

  /** The slot of a scheduled request's id. */
  public static Optional<Instant> slot(String requestId) {
    return slot(SCHEDULE, requestId);
  }

  /** The slot of a scheduled recalibration's id. */
  public static Optional<Instant> recalibrationSlot(String requestId) {
    return slot(RECALIBRATE, requestId);
  }

  private static Optional<Instant> slot(String start, String requestId) {
    return rest(requestId, start)
        .flatMap(
            text -> {
              try {
                return Optional.of(Instant.parse(text));
              } catch (DateTimeParseException e) {
                return Optional.empty(); // somebody else's id that begins alike
              }
            });
  }

  private static Optional<String> rest(String requestId, String start) {
    return requestId.startsWith(start)
        ? Optional.of(requestId.substring(start.length()))
        : Optional.empty();
  }

  private static TrainingRequest.Builder request(String id, TrainingReason reason, Instant now) {
    return TrainingRequest.newBuilder()
        .setRequestId(id)
        .setKind(TrainingKind.TRAIN)
        .setReason(reason)
        .setRequestedAt(now);
  }
}

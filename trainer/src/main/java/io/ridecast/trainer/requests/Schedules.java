package io.ridecast.trainer.requests;

/**
 * When the trainer asks itself.
 *
 * @param trainings for a new model
 * @param recalibrations for the champion's intervals to be calibrated anew
 */
public record Schedules(TrainingSchedule trainings, TrainingSchedule recalibrations) {}

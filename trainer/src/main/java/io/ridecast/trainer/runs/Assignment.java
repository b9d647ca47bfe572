package io.ridecast.trainer.runs;

import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.TrainingRequest;
import io.ridecast.trainer.history.ClosedHistory;
import java.util.Optional;

/**
 * A request with what is known when it is taken up.
 *
 * @param request what to do
 * @param history closed demand, if there is any
 * @param champion the model that serves, if any
 */
public record Assignment(
    TrainingRequest request,
    Optional<ClosedHistory> history,
    Optional<ModelAnnouncement> champion) {}

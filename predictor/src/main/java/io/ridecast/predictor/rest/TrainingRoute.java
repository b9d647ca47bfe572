package io.ridecast.predictor.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.ridecast.predictor.lookups.TrainingBoard;
import io.ridecast.records.TrainingRun;
import java.util.List;

/** Answers how the newest training run stands. */
final class TrainingRoute {
  private final Questions questions;
  private final TrainingBoard board;

  TrainingRoute(Questions questions, TrainingBoard board) {
    this.questions = questions;
    this.board = board;
  }

  void training(Context context) {
    questions.requireLoaded();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    List<TrainingRun> steps = board.steps();
    if (steps.isEmpty()) {
      body.putNull("run");
    } else {
      ObjectNode run = body.putObject("run");
      run.put("run_id", steps.get(0).getRunId()).put("request_id", steps.get(0).getRequestId());
      ArrayNode all = run.putArray("steps");
      steps.forEach(step -> all.add(step(step)));
    }
    Answers.send(context, body);
  }

  private static ObjectNode step(TrainingRun step) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("step", step.getStep().name())
        .put("attempt", step.getAttempt())
        .put("status", step.getStatus().name())
        .put("started_at", step.getStartedAt().toString())
        .put("ended_at", step.getEndedAt() == null ? null : step.getEndedAt().toString())
        .put("detail", step.getDetail());
  }
}

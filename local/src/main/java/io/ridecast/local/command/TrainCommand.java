package io.ridecast.local.command;

import io.ridecast.records.TrainingKind;
import io.ridecast.records.TrainingRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks the trainer for a new model. */
@Command(
    name = "train",
    description = {
      "Asks the trainer for a new model.",
      "If it is good enough it is announced, and every community is forecast anew."
    })
final class TrainCommand implements Callable<Integer> {
  private final InstantSource wall;
  private final Map<String, String> variables;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--follow",
      description = "Prints the steps until the run has ended; exit 1 if no model was announced.")
  private boolean follow;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why, in words; it goes with the run.")
  private String reason = "";

  @Option(
      names = "--recalibrate",
      description = "Only calibrates the intervals of the model that serves on its last days.")
  private boolean recalibrate;

  TrainCommand(InstantSource wall, Map<String, String> variables) {
    this.wall = wall;
    this.variables = Map.copyOf(variables);
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    TrainerDesk desk = TrainerDesk.open(wall, variables);
    TrainingKind kind = recalibrate ? TrainingKind.RECALIBRATE : TrainingKind.TRAIN;
    String request = desk.request(kind, null, reason);
    if (!follow) {
      out.println("Asked for it; --follow shows how it gets on.");
      return 0;
    }
    try (TopicTail<TrainingRun> runs = desk.followRuns()) {
      return new RunFollower(request, out).follow(runs) ? 0 : 1;
    }
  }
}

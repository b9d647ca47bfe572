package io.ridecast.local.command;

import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.TrainingKind;
import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the models and asks the trainer to let another one serve. */
@Command(name = "models", description = "Lists the models, promotes one, goes back to one.")
final class ModelsCommand implements Runnable {
  private final InstantSource wall;
  private final Map<String, String> variables;

  @Spec private CommandSpec spec = CommandSpec.create();

  ModelsCommand(InstantSource wall, Map<String, String> variables) {
    this.wall = wall;
    this.variables = Map.copyOf(variables);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: list, promote or rollback.");
  }

  @Command(name = "list", description = "Lists what was announced, the one that serves with a *.")
  int list() throws IOException {
    TrainerDesk desk = TrainerDesk.open(wall, variables);
    PrintWriter out = spec.commandLine().getOut();
    Optional<ModelAnnouncement> champion = desk.champion();
    if (champion.isEmpty()) {
      out.println("No model has been announced yet.");
      return 0;
    }
    String serving = "version " + champion.get().getVersion() + ";";
    desk.runs().stream()
        .filter(step -> step.getStep() == TrainingStep.ANNOUNCE)
        .filter(step -> step.getStatus() == TrainingStatus.SUCCEEDED)
        .filter(step -> step.getDetail().contains(";"))
        .forEach(step -> out.printf("%s %s  %s%n", mark(step, serving), ended(step), what(step)));
    return 0;
  }

  @Command(name = "promote", description = "Lets a model serve; by default the newest.")
  int promote(@Parameters(arity = "0..1", paramLabel = "VERSION") @Nullable String version)
      throws IOException {
    return ask(TrainingKind.PROMOTE, version);
  }

  @Command(name = "rollback", description = "Goes back to a model; by default the one before.")
  int rollback(@Parameters(arity = "0..1", paramLabel = "VERSION") @Nullable String version)
      throws IOException {
    return ask(TrainingKind.ROLLBACK, version);
  }

  private int ask(TrainingKind kind, @Nullable String version) throws IOException {
    TrainerDesk desk = TrainerDesk.open(wall, variables);
    String request = desk.request(kind, version, "");
    try (TopicTail<TrainingRun> runs = desk.followRuns()) {
      return new RunFollower(request, spec.commandLine().getOut()).follow(runs) ? 0 : 1;
    }
  }

  private static String mark(TrainingRun step, String serving) {
    return step.getDetail().startsWith(serving) ? "*" : " ";
  }

  private static String ended(TrainingRun step) {
    return step.getEndedAt() == null ? "" : step.getEndedAt().toString();
  }

  private static String what(TrainingRun step) {
    return step.getDetail();
  }
}

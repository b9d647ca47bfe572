package io.ridecast.local.command;

import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs one service as this process; its settings are environment variables. */
@Command(
    footer = {
      "",
      "Needed: KAFKA_BOOTSTRAP_SERVERS, SCHEMA_REGISTRY_URL; predictor and trainer also",
      "MODEL_STORE. Further: STATE_DIR, CATALOG, SERVICE_CALENDAR, EVENTS, FEEDS, CLOCK, GRACE,",
      "REVISION_WINDOW, HTTP_PORT, TRAINING_CRON, RECALIBRATION_CRON, TUNE_TRIALS, TUNE_TIME,",
      "MLFLOW_TRACKING_URI, AWS_..., KAFKA_<PROPERTY>. All wrong ones are named at once."
    })
final class ServiceCommand implements Runnable {
  private final Consumer<String[]> main;

  @Spec private CommandSpec spec = CommandSpec.create();

  /**
   * @param main the service's own; ends the process
   */
  ServiceCommand(Consumer<String[]> main) {
    this.main = main;
  }

  @Override
  public void run() {
    main.accept(spec.commandLine().getParseResult().originalArgs().toArray(String[]::new));
  }
}

package io.ridecast.local.command;

import io.ridecast.aggregator.AggregatorMain;
import io.ridecast.feed.cli.FeedCommand;
import io.ridecast.monitor.MonitorMain;
import io.ridecast.predictor.PredictorMain;
import io.ridecast.runtime.service.RootCause;
import io.ridecast.trainer.TrainerMain;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Starts the command that was asked for and ends with its exit code. */
public final class RidecastMain {
  private static final int FAILED = 1;

  private RidecastMain() {}

  /** Exit codes: 0 done, 1 failed, 2 not understood. */
  public static void main(String... arguments) {
    System.exit(commandLine(InstantSource.system(), System.getenv()).execute(arguments));
  }

  static CommandLine commandLine(InstantSource wall, Map<String, String> variables) {
    return new CommandLine(new RidecastCommand())
        .addSubcommand(new DemoCommand(wall, variables))
        .addSubcommand(new FeedCommand(wall, LocalSettings.withDefaults(variables)))
        .addSubcommand("aggregator", new ServiceCommand(AggregatorMain::main))
        .addSubcommand("predictor", new ServiceCommand(PredictorMain::main))
        .addSubcommand("trainer", new ServiceCommand(TrainerMain::main))
        .addSubcommand("monitor", new ServiceCommand(MonitorMain::main))
        .addSubcommand(new TrainCommand(wall, variables))
        .addSubcommand(new ModelsCommand(wall, variables))
        .addSubcommand(new TopicsCommand(variables))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(RidecastMain::failed);
  }

  /** What went wrong in a line; where it was thrown is for those who log at DEBUG. */
  private static int failed(Exception failure, CommandLine command, ParseResult arguments) {
    command.getErr().println(command.getColorScheme().errorText(said(failure)));
    LoggerFactory.getLogger("io.ridecast").debug("{} failed", command.getCommandName(), failure);
    return FAILED;
  }

  private static String said(Exception failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? RootCause.of(failure) : message;
  }
}

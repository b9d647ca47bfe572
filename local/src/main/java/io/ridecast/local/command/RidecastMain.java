package io.ridecast.local.command;

import io.ridecast.aggregator.AggregatorMain;
import io.ridecast.feed.cli.FeedCommand;
import io.ridecast.monitor.MonitorMain;
import io.ridecast.predictor.PredictorMain;
import io.ridecast.runtime.service.RootCause;
import io.ridecast.trainer.TrainerMain;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
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
        .addSubcommand(FeedCommand.line(wall, LocalSettings.withDefaults(variables)))
        .addSubcommand(
            "aggregator",
            service("Counts rides into exact days, until Ctrl-C.", AggregatorMain::main))
        .addSubcommand(
            "predictor",
            service(
                "Makes the forecasts and answers REST and page, until Ctrl-C.",
                PredictorMain::main))
        .addSubcommand(
            "trainer",
            service("Trains, proves and announces models, until Ctrl-C.", TrainerMain::main))
        .addSubcommand(
            "monitor",
            service("Measures forecasts against what came, until Ctrl-C.", MonitorMain::main))
        .addSubcommand(new TrainCommand(wall, variables))
        .addSubcommand(new ModelsCommand(wall, variables))
        .addSubcommand(new LedgerCommand(variables))
        .addSubcommand(new DeadLettersCommand(variables))
        .addSubcommand(new BacktestCommand(wall, variables))
        .addSubcommand(new TopicsCommand(variables))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(RidecastMain::failed);
  }

  private static CommandLine service(String description, Consumer<String[]> main) {
    CommandLine command = new CommandLine(new ServiceCommand(main));
    command.getCommandSpec().usageMessage().description(description);
    return command;
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

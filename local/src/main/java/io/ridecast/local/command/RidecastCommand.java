package io.ridecast.local.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command above all others. */
@Command(
    name = "ridecast",
    description = "Forecasts how many e-scooter rides start in each community area.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = ProgramVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Settings are environment variables. Without any, commands find what runs on",
      "this machine; elsewhere KAFKA_BOOTSTRAP_SERVERS and SCHEMA_REGISTRY_URL say",
      "where to go."
    })
final class RidecastCommand implements Runnable {
  @Spec private CommandSpec spec;

  RidecastCommand() {
    this.spec = CommandSpec.create();
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: a COMMAND is missing.");
  }
}

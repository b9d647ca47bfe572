package io.ridecast.local.command;

import java.time.InstantSource;
import java.util.Map;

/** Runs a command of the program inside the tests' process. */
public final class Commands {
  private Commands() {}

  /** The command's exit code. */
  public static int execute(Map<String, String> variables, String... arguments) {
    return RidecastMain.commandLine(InstantSource.system(), variables).execute(arguments);
  }
}

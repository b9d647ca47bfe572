package io.ridecast.local.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the program's jar. */
final class ProgramVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
            .orElse("unpackaged");
    return new String[] {
      "ridecast " + version, "Java " + Runtime.version() + " on " + System.getProperty("os.name")
    };
  }
}

package io.ridecast.local.registry;

import io.ridecast.local.ports.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the registry's process is started: small, on the loopback interface, its data in a file. */
final class RegistryCommand {
  /**
   * Runs the rest of its arguments in its own place, and ends them when its standard input ends:
   * that is when the process that holds the other end is gone, for whatever reason. Ctrl-C reaches
   * every process of a terminal; this one waits until it is told.
   */
  private static final String WITH_PARENT =
      "trap '' INT; exec 3<&0; { while read -r _ <&3; do :; done; kill \"$$\"; } &"
          + " exec \"$@\" 3<&- </dev/null";

  private RegistryCommand() {}

  /** Flags that use an archive of classes, if it is there. */
  static List<String> archived(Path archive) {
    return Files.exists(archive)
        ? List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + archive.toAbsolutePath())
        : List.of();
  }

  /** Flags that make an archive of classes at the process's end. */
  static List<String> archiving(Path archive) {
    return List.of("-XX:ArchiveClassesAtExit=" + archive.toAbsolutePath());
  }

  static List<String> of(
      RegistryInstallation installation, Path directory, Port port, List<String> flags)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", WITH_PARENT, "registry"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(flags);
    command.add("-Dapicurio.datasource.url=" + database(directory));
    command.add("-Dquarkus.http.host=127.0.0.1");
    command.add("-Dquarkus.http.port=" + port.number());
    command.add("-Dquarkus.http.access-log.enabled=false");
    connections(command, "apicurio.datasource", 2, 10);
    connections(command, "apicurio.datasource.blue", 0, 1);
    connections(command, "apicurio.datasource.green", 0, 1);
    command.add("-jar");
    command.add(installation.runner());
    return command;
  }

  /**
   * The database's address, by which a process is known as the one that holds this directory. Every
   * change is on disk before it is answered: an id that a record on a topic names must not be lost
   * by a kill.
   */
  static String database(Path directory) {
    return "jdbc:h2:file:" + directory.toAbsolutePath().resolve("registry") + ";WRITE_DELAY=0";
  }

  private static void connections(List<String> command, String source, int fewest, int most) {
    command.add("-D" + source + ".jdbc.initial-size=" + fewest);
    command.add("-D" + source + ".jdbc.min-size=" + fewest);
    command.add("-D" + source + ".jdbc.max-size=" + most);
  }
}

package io.ridecast.local.command;

import io.ridecast.feed.csv.RideFile;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.local.demo.Demo;
import io.ridecast.local.demo.DemoConfig;
import io.ridecast.local.demo.DemoDirectory;
import io.ridecast.local.demo.DemoIdentity;
import io.ridecast.local.registry.RegistryInstallation;
import io.ridecast.local.story.Screen;
import io.ridecast.runtime.settings.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The whole loop in one command. */
@Command(
    name = "demo",
    description = "Runs everything on this machine: broker, registry, services, rides.",
    footer = {
      "",
      "Settings:",
      "  ONCE=1           ends when every community has a forecast by a model",
      "  RIDES=FILE       a ride file; without it a simulated Chicago of",
      "                   HISTORY_DAYS (400) with RIDES_PER_DAY (2500)",
      "  CATALOG=FILE     its communities; without it Chicago's",
      "  LIVE_FROM=DATE   replays the file's rides from that day on live",
      "  DAY_SECONDS=N    how long a live day takes (10)",
      "  DATA=DIR         keeps everything there; without it nothing is kept",
      "  BROKER_PORT (9092), REGISTRY_PORT (8081), HTTP_PORT (8080),",
      "  AGGREGATOR_HTTP_PORT (8082), TRAINER_HTTP_PORT (8083), MONITOR_HTTP_PORT (8084)"
    })
final class DemoCommand implements Callable<Integer> {
  private final InstantSource wall;
  private final Map<String, String> variables;

  DemoCommand(InstantSource wall, Map<String, String> variables) {
    this.wall = wall;
    this.variables = Map.copyOf(variables);
  }

  @Override
  public Integer call() throws IOException {
    Environment environment = Environment.of(variables);
    DemoConfig config = DemoConfig.from(environment);
    environment.check();
    Catalogue catalogue = config.catalogue().map(Catalogue::load).orElseGet(Catalogue::chicago);
    // Before anything is started, and before a directory is given to a city that has no rides.
    config.rides().ifPresent(file -> RideFile.open(file, "rides", catalogue).close());
    DemoIdentity identity = DemoIdentity.of(config, catalogue.digest());
    try (DemoDirectory directory = DemoDirectory.open(config.data(), identity)) {
      // Read by the log's configuration, which is loaded with the first class that logs.
      System.setProperty("ridecast.log", directory.log().toString());
      Screen screen = new Screen(System.out, Boolean.getBoolean("ridecast.terminal"));
      try (Demo demo = new Demo(config, directory, catalogue, installation(), wall, screen)) {
        EndOnSignal.of(demo, directory);
        demo.run();
      }
    }
    return 0;
  }

  private static RegistryInstallation installation() {
    Path home = Path.of(System.getProperty("ridecast.home", "."));
    return new RegistryInstallation(home.resolve("local/target/registry").toAbsolutePath());
  }
}

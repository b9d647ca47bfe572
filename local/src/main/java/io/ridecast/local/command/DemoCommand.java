package io.ridecast.local.command;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.local.demo.Demo;
import io.ridecast.local.demo.DemoConfig;
import io.ridecast.local.demo.DemoDirectory;
import io.ridecast.local.demo.DemoFailed;
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
      "  ONCE=1           ends when every community has a model's forecast, and prints all",
      "  RIDES=FILE       a ride file; without it a simulated Chicago",
      "  CATALOG=FILE     its communities; without it Chicago's",
      "  LIVE_FROM=DATE   replays the file's rides from that day on live",
      "  DAY_SECONDS=N    how long a live day takes (10)",
      "  DATA=DIR         keeps everything there; without it nothing is kept",
      "  BROKER_PORT, REGISTRY_PORT, HTTP_PORT, AGGREGATOR_HTTP_PORT, TRAINER_HTTP_PORT,",
      "  MONITOR_HTTP_PORT (9092, 8081, 8080, 8082, 8083, 8084)"
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
    DemoIdentity identity = DemoIdentity.of(config, catalogue.digest());
    try (DemoDirectory directory = DemoDirectory.open(config.data(), identity)) {
      // Read by the log's configuration, which is loaded with the first class that logs.
      System.setProperty("ridecast.log", directory.log().toString());
      Screen screen = new Screen(System.out, Boolean.getBoolean("ridecast.terminal"));
      try (Demo demo = new Demo(config, directory, catalogue, installation(), wall, screen)) {
        EndOnSignal.of(demo, directory);
        demo.run();
      } catch (DemoFailed failed) {
        directory.keepLog();
        throw failed;
      }
    }
    return 0;
  }

  private static RegistryInstallation installation() {
    Path home = Path.of(System.getProperty("ridecast.home", "."));
    return new RegistryInstallation(home.resolve("local/target/registry").toAbsolutePath());
  }
}

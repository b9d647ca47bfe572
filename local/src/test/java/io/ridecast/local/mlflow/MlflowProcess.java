package io.ridecast.local.mlflow;

import io.ridecast.local.ports.Port;
import io.ridecast.local.python.PythonEnvironment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A real MLflow server. */
final class MlflowProcess implements AutoCloseable {
  private final ChildProcess process;
  private final URI address;

  private MlflowProcess(ChildProcess process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts a server.
   *
   * @param database where it keeps runs and models
   * @param artifacts options that say where it keeps artifacts
   */
  static MlflowProcess start(
      PythonEnvironment python,
      String database,
      List<String> artifacts,
      Map<String, String> s3,
      Path log)
      throws IOException {
    int port = Port.free("MLFLOW").number();
    List<String> command =
        new ArrayList<>(
            List.of(
                python.program("mlflow"),
                "server",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--workers",
                "1",
                "--backend-store-uri",
                database));
    command.addAll(artifacts);
    Map<String, String> variables = new TreeMap<>(s3);
    variables.put("MLFLOW_SERVER_ENABLE_JOB_EXECUTION", "false");
    variables.put("MLFLOW_DISABLE_TELEMETRY", "true");
    return new MlflowProcess(
        ChildProcess.start(command, variables, log), URI.create("http://127.0.0.1:" + port));
  }

  /** Waits until it answers. */
  void awaitReady() {
    process.awaitAnswer(address.resolve("/health"));
  }

  URI address() {
    return address;
  }

  @Override
  public void close() {
    process.close();
  }
}

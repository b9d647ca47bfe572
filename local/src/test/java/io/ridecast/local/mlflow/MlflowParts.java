package io.ridecast.local.mlflow;

import io.ridecast.local.python.PythonEnvironment;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Utils;

/**
 * MLflow as people run it: on PostgreSQL, with artifacts in S3. Two servers share both; one hands
 * artifacts on, the other tells its clients to go to S3 themselves.
 *
 * @param proxying the one that hands artifacts on
 * @param direct the one that does not
 */
record MlflowParts(
    PythonEnvironment python,
    Path directory,
    EmbeddedPostgres postgres,
    S3Server s3,
    MlflowProcess proxying,
    MlflowProcess direct)
    implements AutoCloseable {

  static MlflowParts start() throws Exception {
    Path directory = Files.createTempDirectory("ridecast-mlflow");
    CompletableFuture<EmbeddedPostgres> starting =
        CompletableFuture.supplyAsync(() -> postgres(directory));
    S3Server s3 = S3Server.start(directory);
    try {
      PythonEnvironment python = PythonEnvironment.require("mlflow.lock");
      EmbeddedPostgres postgres = starting.join();
      MlflowProcess proxying =
          server(python, database(postgres, "proxying"), PROXYING, s3, directory, "proxying");
      MlflowProcess direct =
          server(python, database(postgres, "direct"), DIRECT, s3, directory, "direct");
      MlflowParts parts = new MlflowParts(python, directory, postgres, s3, proxying, direct);
      s3.awaitReady();
      proxying.awaitReady();
      direct.awaitReady();
      return parts;
    } catch (Exception | Error e) {
      s3.close();
      starting.join().close();
      throw e;
    }
  }

  private static final List<String> PROXYING =
      List.of("--artifacts-destination", "s3://" + S3Server.BUCKET + "/proxied");
  private static final List<String> DIRECT =
      List.of(
          "--no-serve-artifacts", "--default-artifact-root", "s3://" + S3Server.BUCKET + "/direct");

  private static MlflowProcess server(
      PythonEnvironment python,
      String database,
      List<String> artifacts,
      S3Server s3,
      Path directory,
      String name)
      throws Exception {
    return MlflowProcess.start(
        python, database, artifacts, s3.variables(), directory.resolve(name + ".log"));
  }

  private static EmbeddedPostgres postgres(Path directory) {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(directory.resolve("postgres"))
          .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
          .start();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String database(EmbeddedPostgres postgres, String name) throws Exception {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return "postgresql+psycopg2://postgres@127.0.0.1:%d/%s".formatted(postgres.getPort(), name);
  }

  /** How Python reaches S3. */
  Map<String, String> variables() {
    return s3.variables();
  }

  @Override
  public void close() throws Exception {
    proxying.close();
    direct.close();
    s3.close();
    postgres.close();
    Utils.delete(directory.toFile());
  }
}

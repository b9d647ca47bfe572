package io.ridecast.local.mlflow;

import io.ridecast.local.ports.Port;
import io.ridecast.runtime.artifacts.s3.AccessKeys;
import io.ridecast.runtime.artifacts.s3.S3Settings;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A server that speaks S3's protocol, with one bucket. */
final class S3Server implements AutoCloseable {
  static final String BUCKET = "mlflow";
  private static final String KEY = "test";

  private final ChildProcess process;
  private final URI address;

  private S3Server(ChildProcess process, URI address) {
    this.process = process;
    this.address = address;
  }

  static S3Server start(Path directory) throws IOException {
    int port = Port.free("S3").number();
    URI address = URI.create("http://127.0.0.1:" + port);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-jar",
            jar().toString(),
            "--com.adobe.testing.s3mock.http-port=" + port,
            "--server.port=0",
            "--com.adobe.testing.s3mock.store.root=" + directory.resolve("s3"),
            "--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET);
    return new S3Server(
        ChildProcess.start(command, Map.of(), directory.resolve("s3.log")), address);
  }

  /** Waits until it answers. */
  void awaitReady() {
    process.awaitAnswer(address);
  }

  URI address() {
    return address;
  }

  /** How Java reaches it, or what stands before it. */
  static S3Settings settings(URI address) {
    return new S3Settings(
        Optional.of(address), "us-east-1", Optional.of(new AccessKeys(KEY, KEY, Optional.empty())));
  }

  /** How Python reaches it. */
  Map<String, String> variables() {
    return Map.of(
        "AWS_ACCESS_KEY_ID",
        KEY,
        "AWS_SECRET_ACCESS_KEY",
        KEY,
        "AWS_DEFAULT_REGION",
        "us-east-1",
        "MLFLOW_S3_ENDPOINT_URL",
        address.toString(),
        "AWS_REQUEST_CHECKSUM_CALCULATION",
        "when_required",
        "AWS_RESPONSE_CHECKSUM_VALIDATION",
        "when_required");
  }

  @Override
  public void close() {
    process.close();
  }

  /** The server is one jar on the tests' class path. */
  private static Path jar() throws IOException {
    URL launcher =
        S3Server.class.getResource("/org/springframework/boot/loader/launch/JarLauncher.class");
    JarURLConnection connection =
        (JarURLConnection) Objects.requireNonNull(launcher, "s3mock").openConnection();
    return Path.of(URI.create(connection.getJarFileURL().toString()));
  }
}

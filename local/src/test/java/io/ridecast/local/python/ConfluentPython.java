package io.ridecast.local.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Confluent's Python client in an environment of its own, made once for each list of versions.
 * Where Python 3 is missing a test that needs it is skipped; under CI it fails.
 */
public final class ConfluentPython {
  private static final Path LOCK = Path.of("src", "test", "python", "requirements.lock");
  private static final Path READER = Path.of("src", "test", "python", "read_topics.py");
  private static final int MINUTES = 5;

  private final Path python;

  private ConfluentPython(Path python) {
    this.python = python;
  }

  /** The client, installed if it was not. */
  public static ConfluentPython require() throws Exception {
    boolean present = exitCode(List.of("python3", "-c", "import venv, ensurepip")) == 0;
    if (!present && Boolean.parseBoolean(System.getenv("CI"))) {
      throw new AssertionError("Python 3 with its venv module is missing, and CI needs it");
    }
    Assumptions.assumeTrue(present, "Skipped: Python 3 with its venv module is missing");
    Path home = cache().resolve("python-" + digest(LOCK));
    Path python = home.resolve("bin").resolve("python");
    Path complete = home.resolve("complete");
    if (!Files.exists(complete)) {
      run(List.of("python3", "-m", "venv", "--clear", home.toString()));
      run(
          List.of(
              python.toString(),
              "-m",
              "pip",
              "install",
              "--quiet",
              "--no-deps",
              "--disable-pip-version-check",
              "-r",
              LOCK.toString()));
      Files.writeString(complete, "");
    }
    return new ConfluentPython(python);
  }

  /** Every committed record of the topics: objects with topic, key and value. */
  public List<JsonNode> read(String bootstrapServers, String registryUrl, List<String> topics)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(python.toString(), READER.toString(), bootstrapServers, registryUrl));
    command.addAll(topics);
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> records = new ArrayList<>();
    for (String line : run(command).lines().toList()) {
      records.add(json.readTree(line));
    }
    return records;
  }

  private static int exitCode(List<String> command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1; // there is no such program
    }
  }

  private static String run(List<String> command) throws Exception {
    Path errors = Files.createTempFile("python", ".err");
    try {
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(() -> command + " said:\n" + text(errors)).isZero();
      return output;
    } finally {
      Files.delete(errors);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static Path cache() throws IOException {
    return Files.createDirectories(Path.of(System.getProperty("user.home"), ".cache", "ridecast"));
  }

  private static String digest(Path file) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest).substring(0, 16);
  }
}
